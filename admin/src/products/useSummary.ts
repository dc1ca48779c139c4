import { useQuery } from '@tanstack/react-query';

import { answer, api } from '../api/client';

export const useSummary = () =>
  useQuery({
    queryKey: ['products', 'summary'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/products/stats/summary', { signal })),
    refetchInterval: 60_000,
  });
