import { expect, it } from 'vitest';

import { dateIn, dayAfter, dayLong, dayName, startOfDay } from './day';

it('knows the date of the shop’s zone, not of the browser’s', () => {
  expect(dateIn('Asia/Almaty', new Date('2026-12-31T20:00:00Z'))).toBe('2027-01-01');
  expect(dateIn('UTC', new Date('2026-12-31T20:00:00Z'))).toBe('2026-12-31');
});

it('counts days by the calendar, over the end of a month and a year too', () => {
  expect(dayAfter('2026-12-31')).toBe('2027-01-01');
  expect(dayAfter('2026-11-29', 2)).toBe('2026-12-01');
  expect(dayAfter('2027-01-01', -1)).toBe('2026-12-31');
});

it('begins a day when the clock of the shop does', () => {
  expect(startOfDay('2026-11-25', 'Asia/Almaty')).toBe('2026-11-24T19:00:00.000Z');
  expect(startOfDay('2026-03-29', 'Europe/Berlin')).toBe('2026-03-28T23:00:00.000Z');
  expect(startOfDay('2026-13-45', 'Asia/Almaty')).toBeUndefined();
});

it('says a day whole, with its year where that is another one', () => {
  expect(dayName('2026-11-25', 'ru')).toBe('среда, 25 ноября');
  expect(dayLong('2026-11-25', 'ru', new Date('2026-01-01'))).toBe('ср, 25 ноября');
  expect(dayLong('2026-11-25', 'ru', new Date('2027-01-01'))).toContain('2026');
});
