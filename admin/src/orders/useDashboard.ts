import { useQuery } from '@tanstack/react-query';

import { answer, api } from '../api/client';
import { useCan } from '../auth/useCan';
import { POLL_MS } from './asking';

/** How many orders the shop has in each status. */
export const useDashboard = () =>
  useQuery({
    queryKey: ['orders', 'dashboard'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/orders/stats/dashboard', { signal })),
    refetchInterval: POLL_MS,
    enabled: useCan('orders.dashboard'),
  }).data;
