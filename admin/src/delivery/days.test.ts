import { expect, it } from 'vitest';

import { dateIn, dayName, shifted } from './days';
import { duration, pieces } from './terms';

it('counts days by the calendar, over the end of a month too', () => {
  expect(shifted('2026-11-30', 1)).toBe('2026-12-01');
  expect(shifted('2027-01-01', -1)).toBe('2026-12-31');
});

it('knows the date in the shop, not in the browser', () => {
  expect(dateIn('Asia/Almaty', new Date('2026-11-24T20:00:00Z'))).toBe('2026-11-25');
  expect(dayName('2026-11-25', 'ru')).toBe('среда, 25 ноября');
});

it('makes a number of pieces of whatever is typed', () => {
  expect(['', '0', '-3', 'x', '2.7', '99999'].map(pieces)).toEqual([1, 1, 1, 1, 2, 10_000]);
});

it('tells minutes as hours and minutes', () => {
  expect(duration(100)).toEqual({ hours: 1, minutes: 40 });
});
