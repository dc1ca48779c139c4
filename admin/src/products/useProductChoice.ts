import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { answer, api } from '../api/client';

/** Products of the shop that have this in their names. */
export const useProductChoice = (search: string) =>
  useQuery({
    queryKey: ['products', 'choice', search],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/products/admin', { params: { query: { search, limit: 30 } }, signal })),
    placeholderData: keepPreviousData,
  });
