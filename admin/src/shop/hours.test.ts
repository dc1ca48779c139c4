import { expect, it } from 'vitest';

import { hoursAgain, isDayOff, week, weekDay } from './hours';

const hours = { weekday_opens: '09:00', weekday_closes: '21:00', weekend_opens: null, weekend_closes: null };

it('tells the whole week, days off too', () => {
  const days = week(hours, 'ru');
  expect(days.map(({ name }) => name)).toEqual([
    'понедельник',
    'вторник',
    'среда',
    'четверг',
    'пятница',
    'суббота',
    'воскресенье',
  ]);
  expect(days.map((day) => day.hours)).toEqual([...Array(5).fill('09:00 – 21:00'), null, null]);
});

it('takes one time without the other for a mistake, not for a day off', () => {
  expect(isDayOff(null, null)).toBe(true);
  expect(isDayOff('', undefined)).toBe(true);
  expect(isDayOff('09:00', null)).toBe(false);
});

it('opens a day off with the hours it had, those of the other days, or usual ones', () => {
  expect(hoursAgain(['10:00', '20:00'], ['09:00', '21:00'])).toEqual(['10:00', '20:00']);
  expect(hoursAgain([null, null], ['08:00', '22:00'])).toEqual(['08:00', '22:00']);
  expect(hoursAgain([null, null], ['08:00', null])).toEqual(['09:00', '21:00']);
});

it('knows the day by the clock of the shop, not of the browser', () => {
  expect(weekDay('2026-11-22T20:30:00Z', 'Asia/Almaty')).toBe(0);
  expect(weekDay('2026-11-22T20:30:00Z', 'UTC')).toBe(6);
});
