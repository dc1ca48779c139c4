import { expect, it } from 'vitest';

import { afterwards, mostOf, piecesOf } from './afterwards';

const stock = { quantity: 120, reserved: 20, min_quantity: 30 };

it('adds what came', () => {
  expect(afterwards(stock, 'delivery', 10)).toEqual({ quantity: 130, available: 110, shortage: 0, below_minimum: false });
});

it('tells how many promised flowers a write-off takes away', () => {
  expect(afterwards(stock, 'writeoff', 115)).toEqual({ quantity: 5, available: 0, shortage: 15, below_minimum: true });
});

it('lets only over the counter what nobody was promised, and writes off only what is there', () => {
  expect([mostOf(stock, 'sale'), mostOf(stock, 'writeoff')]).toEqual([100, 120]);
  expect(mostOf({ ...stock, quantity: 10 }, 'sale')).toBe(0);
});

it('takes whole numbers of pieces only', () => {
  expect(['12', ' 7 ', '0', '', '1.5', '-3', '1e3'].map(piecesOf)).toEqual([12, 7, undefined, undefined, undefined, undefined, undefined]);
});
