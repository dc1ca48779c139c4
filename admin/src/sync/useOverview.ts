import { useQuery } from '@tanstack/react-query';

import { answer, api } from '../api/client';

const EVERY_MS = 15_000;

/** How both sides stand, asked again and again while the tab is seen. Shared by the alarm and the console. */
export const useOverview = () =>
  useQuery({
    queryKey: ['sync', 'overview'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/sync/overview', { signal })),
    refetchInterval: EVERY_MS,
  });
