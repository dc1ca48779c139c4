import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { Identifier } from 'ra-core';
import { useMemo } from 'react';

import type { Product } from './types';

interface List {
  data: Product[];
  total?: number;
}
type Fields = Partial<Product>;

/** What the panel remembers of products, in every list and page. */
export const useProductCache = () => {
  const client = useQueryClient();
  return useMemo(
    () => ({
      /** Nothing that is on its way overwrites what is shown next. */
      hush: () => client.cancelQueries({ queryKey: ['products'] }),
      show: (id: Identifier, now: Fields) => show(client, id, now),
      reload: () => client.invalidateQueries({ queryKey: ['products'] }),
    }),
    [client],
  );
};

export const show = (client: QueryClient, id: Identifier, now: Fields): void => {
  const shown = (row: Product): Product => (row.id === id ? { ...row, ...now } : row);
  client.setQueriesData<List>({ queryKey: ['products', 'getList'] }, (list) => list && { ...list, data: list.data.map(shown) });
  client.setQueriesData<Product>({ queryKey: ['products', 'getOne'] }, (row) => row && shown(row));
};
