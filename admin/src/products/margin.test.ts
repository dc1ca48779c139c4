import { expect, it } from 'vitest';

import { marginOf } from './margin';

const part = (quantity: number, cost_price: number, is_optional = false) => ({ quantity, cost_price, is_optional });

it('is what is left of the price', () =>
  expect(marginOf(995_000, [part(15, 40_000)])).toEqual({ cost: 600_000, optionalCost: 0, margin: 395_000, percent: 40 }));

it('leaves out what may be missing', () =>
  expect(marginOf(100_000, [part(1, 40_000), part(2, 5_000, true)])).toEqual({
    cost: 40_000,
    optionalCost: 10_000,
    margin: 60_000,
    percent: 60,
  }));

it('is a loss below the cost', () => expect(marginOf(10_000, [part(1, 15_000)])).toMatchObject({ margin: -5_000, percent: -50 }));

it('is no share of a price of nothing', () => expect(marginOf(0, [])).toMatchObject({ margin: 0, percent: null }));
