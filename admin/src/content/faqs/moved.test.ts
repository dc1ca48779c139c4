import { expect, it } from 'vitest';

import { moved } from './moved';

const rows = (...positions: number[]) => positions.map((position, i) => ({ id: i + 1, position }));
const told = (moves: [{ id: number }, number][]) => moves.map(([{ id }, position]) => [id, position]);

it('changes no more than the two that change places', () => {
  expect(told(moved(rows(0, 1, 2, 3), 2, 1))).toEqual([
    [3, 1],
    [2, 2],
  ]);
});

it('gives places that repeat numbers of their own', () => {
  expect(told(moved(rows(0, 0, 0), 0, 1))).toEqual([
    [1, 1],
    [3, 2],
  ]);
});

it('counts on from the pages before', () => {
  expect(told(moved(rows(100, 101), 0, 1, 100))).toEqual([
    [2, 100],
    [1, 101],
  ]);
});

it('moves nothing beyond the ends', () => {
  expect(moved(rows(0, 1), 0, -1)).toEqual([]);
  expect(moved(rows(0, 1), 1, 2)).toEqual([]);
});
