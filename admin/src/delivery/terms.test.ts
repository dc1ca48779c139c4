import { expect, it } from 'vitest';

import { duration, pieces } from './terms';

it('makes a number of pieces of whatever is typed', () => {
  expect(['', '0', '-3', 'x', '2.7', '99999'].map(pieces)).toEqual([1, 1, 1, 1, 2, 10_000]);
});

it('tells minutes as hours and minutes', () => {
  expect(duration(100)).toEqual({ hours: 1, minutes: 40 });
});
