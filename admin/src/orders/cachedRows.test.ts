import { expect, it } from 'vitest';

import { withOrder } from './cachedRows';
import type { Order } from './types';

const order = (id: number, status: Order['status']) => ({ id, status }) as Order;
const list = (status?: string) => ['orders', 'getList', { filter: { status } }];
const column = (status: string) => ['orders', 'getInfiniteList', { filter: { status } }];

it('shows the order as it is now in a list of all', () => {
  const shown = withOrder(list(), { data: [order(1, 'new'), order(2, 'new')], total: 2 }, order(2, 'accepted'));
  expect(shown).toEqual({ data: [order(1, 'new'), order(2, 'accepted')], total: 2 });
});

it('takes it out of a list of another status', () => {
  const shown = withOrder(list('new'), { data: [order(1, 'new'), order(2, 'new')], total: 9 }, order(2, 'accepted'));
  expect(shown).toEqual({ data: [order(1, 'new')], total: 8 });
});

it('moves it from one column of the board to the other', () => {
  const moved = order(1, 'accepted');
  const left = withOrder(column('new'), { pages: [{ data: [order(1, 'new')], total: 1 }] }, moved);
  const entered = withOrder(column('accepted'), { pages: [{ data: [order(2, 'accepted')], total: 1 }] }, moved);
  expect(left).toEqual({ pages: [{ data: [], total: 0 }] });
  expect(entered).toEqual({ pages: [{ data: [moved, order(2, 'accepted')], total: 2 }] });
});

it('keeps the notes of the order’s own page, and leaves everything else as it is', () => {
  const whole = { ...order(1, 'new'), notes: ['x'] };
  expect(withOrder(['orders', 'getOne', { id: '1' }], whole, order(1, 'paid'))).toEqual({ ...whole, status: 'paid' });
  const numbers = { by_status: {} };
  expect(withOrder(['orders', 'dashboard'], numbers, order(1, 'paid'))).toBe(numbers);
  const other = { pages: [{ data: [order(2, 'new')], total: 1 }] };
  expect(withOrder(column('new'), other, order(1, 'accepted'))).toBe(other);
});
