import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { answer, api } from '../api/client';
import type { Schemas } from '../api/types';
import { useDebounced } from '../ui/useDebounced';

export type Product = Schemas['StaffProduct'];

const SHOWN = 20;

/** Products on sale whose name says this. */
export const useProducts = (typed: string) => {
  const search = useDebounced(typed.trim());
  return useQuery({
    queryKey: ['products', 'for an order', search],
    queryFn: ({ signal }) => {
      const query = { enabled: true, limit: SHOWN, ...(search && { search }) };
      return answer(api.GET('/api/v1/products/admin', { params: { query }, signal }));
    },
    placeholderData: keepPreviousData,
  });
};
