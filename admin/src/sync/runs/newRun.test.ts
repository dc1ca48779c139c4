import { expect, it } from 'vitest';

import { areIds, newRun } from './newRun';

it('asks for everything unless something narrows it down', () => {
  expect(newRun({ scope: 'all' })).toEqual({ scope: 'all', dry_run: false, since: null, ids: null });
});

it('takes ids however they are separated', () => {
  expect(newRun({ scope: 'orders', ids: '123901, 123902;\n123903 ' }).ids).toEqual([123901, 123902, 123903]);
  expect(newRun({ scope: 'orders', ids: '  ' }).ids).toBeNull();
});

it('drops ids that were typed before both kinds were chosen', () => {
  expect(newRun({ scope: 'all', ids: '5' }).ids).toBeNull();
});

it.each([
  ['1, 2', true],
  ['', true],
  ['1, x', false],
  ['0', false],
  ['1.5', false],
])('knows whether "%s" are ids', (typed, are) => {
  expect(areIds(typed)).toBe(are);
});
