import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';

import { show } from './cache';

it('shows a change of one product in every list and on its page, and nowhere else', () => {
  const client = new QueryClient();
  const rows = [
    { id: 1, price: 100 },
    { id: 2, price: 200 },
  ];
  client.setQueryData(['products', 'getList', { page: 1 }], { data: rows, total: 2 });
  client.setQueryData(['products', 'getOne', { id: '1' }], rows[0]);
  client.setQueryData(['products', 'getOne', { id: '2' }], rows[1]);
  show(client, 1, { price: 150 });
  expect(client.getQueryData(['products', 'getList', { page: 1 }])).toEqual({
    data: [{ id: 1, price: 150 }, rows[1]],
    total: 2,
  });
  expect(client.getQueryData(['products', 'getOne', { id: '1' }])).toEqual({ id: 1, price: 150 });
  expect(client.getQueryData(['products', 'getOne', { id: '2' }])).toEqual(rows[1]);
});
