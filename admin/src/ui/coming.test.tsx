import { render, screen } from '@testing-library/react';
import { lazy, Suspense } from 'react';
import { expect, it } from 'vitest';

import { coming } from './coming';

const page = () => coming(async () => ({ default: () => <p>orders</p> }));
const show = ({ load }: ReturnType<typeof page>) => {
  const Page = lazy(load);
  render(<Suspense fallback="wait"><Page /></Suspense>);
};

it('draws at once what has come', async () => {
  const orders = page();
  await orders.come();
  show(orders);
  expect(screen.getByText('orders')).toBeTruthy();
});

it('waits for what has not come', async () => {
  show(page());
  expect(screen.getByText('wait')).toBeTruthy();
  expect(await screen.findByText('orders')).toBeTruthy();
});
