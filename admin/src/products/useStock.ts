import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { answer, api } from '../api/client';

/** What of the warehouse has this in its name. */
export const useStock = (search: string) =>
  useQuery({
    queryKey: ['warehouse', 'choice', search],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/warehouse/', { params: { query: { search, limit: 50 } }, signal })),
    placeholderData: keepPreviousData,
  });
