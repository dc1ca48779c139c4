import { expect, it } from 'vitest';

import { sumsOf } from './sums';

const values = (of: Parameters<typeof sumsOf>[0]) => sumsOf(of).map(({ value }) => value);

it('shows what the server says', () => {
  expect(values({ subtotal: 500, delivery_cost: 150, total: 650 })).toEqual([500, 150, 650]);
});

it('takes what the site charges above the goods for its delivery', () => {
  expect(values({ subtotal: 500, delivery_cost: 0, total: 650 })).toEqual([500, 150, 650]);
});

it('takes what the site leaves off for a discount', () => {
  expect(values({ subtotal: 500, delivery_cost: 0, total: 450 })).toEqual([500, 0, -50, 450]);
});
