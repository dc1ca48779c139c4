import { expect, it } from 'vitest';

import { dateIn, dayAfter } from './day';

it('knows the date of the shop’s zone', () => {
  expect(dateIn('Asia/Almaty', new Date('2026-12-31T20:00:00Z'))).toBe('2027-01-01');
  expect(dateIn('UTC', new Date('2026-12-31T20:00:00Z'))).toBe('2026-12-31');
});

it('goes on to the next year', () => {
  expect(dayAfter('2026-12-31')).toBe('2027-01-01');
});
