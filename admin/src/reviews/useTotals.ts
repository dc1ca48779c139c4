import { useQueries } from '@tanstack/react-query';

import { answer, api } from '../api/client';
import type { Status } from './types';

interface Asked {
  status?: Status;
  rating?: number;
}

const total = (query: Asked, signal: AbortSignal) =>
  answer(api.GET('/api/v1/reviews/admin', { params: { query: { ...query, limit: 1 } }, signal }));

/** How many reviews there are of each kind asked for; undefined until it is known. */
export const useTotals = (kinds: Asked[]): (number | undefined)[] =>
  useQueries({
    queries: kinds.map((kind) => ({
      // Below the resource's own key, so that a decision counts anew.
      queryKey: ['reviews', 'totals', kind],
      queryFn: ({ signal }: { signal: AbortSignal }) => total(kind, signal),
    })),
  }).map(({ data }) => data?.total);
