import { expect, it } from 'vitest';

import { once } from './once';

const failing = (status: number, seen: string[]) => (key: string) => {
  seen.push(key);
  return Promise.reject(Object.assign(new Error(), { status }));
};
const working = (seen: string[]) => async (key: string) => void seen.push(key);

it('keeps the key of what may have been done without our knowing', async () => {
  const seen: string[] = [];
  await once({ order: 1 }, failing(0, seen)).catch(() => undefined);
  await once({ order: 1 }, failing(503, seen)).catch(() => undefined);
  await once({ order: 1 }, working(seen));
  expect(new Set(seen).size).toBe(1);
});

it('takes a new key after an answer, and for anything else', async () => {
  const seen: string[] = [];
  await once({ order: 2 }, failing(422, seen)).catch(() => undefined);
  await once({ order: 2 }, working(seen));
  await once({ order: 2 }, working(seen));
  await once({ order: 3 }, working(seen));
  expect(new Set(seen).size).toBe(4);
});
