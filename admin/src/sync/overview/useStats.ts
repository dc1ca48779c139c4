import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { answer, api } from '../../api/client';
import type { Schemas } from '../../api/types';

export type Window = Schemas['Stats']['window'];

/** As often as a picture of that time can change. */
const EVERY_MS: Record<Window, number> = { '1h': 15_000, '24h': 60_000, '30d': 300_000 };

export const WINDOWS = Object.keys(EVERY_MS) as Window[];

export const useStats = (window: Window) =>
  useQuery({
    queryKey: ['sync', 'stats', window],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/sync/stats', { params: { query: { window } }, signal })),
    refetchInterval: EVERY_MS[window],
    placeholderData: keepPreviousData,
  });
