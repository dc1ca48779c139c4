import { expect, it } from 'vitest';

import { countOf, differenceOf, sumsOf } from './differences';

it('takes the count against what the books said when it was counted', () => {
  expect(differenceOf({ counted: 115, snapshot: 120 })).toBe(-5);
});

it('adds up surplus and missing apart, which do not make up for each other', () => {
  const counts = [
    { counted: 115, snapshot: 120 },
    { counted: 12, snapshot: 10 },
    { counted: 7, snapshot: 7 },
    { counted: 0, snapshot: 1 },
  ];
  expect(sumsOf(counts)).toEqual({ lines: 4, differing: 3, surplus: 2, missing: 6 });
});

it('finds nothing in nothing', () => {
  expect(sumsOf([])).toEqual({ lines: 0, differing: 0, surplus: 0, missing: 0 });
});

it('knows a count of none from no count', () => {
  expect(['0', ' 12', '', '1,5', '-1', 'десять'].map(countOf)).toEqual([0, 12, undefined, undefined, undefined, undefined]);
});
