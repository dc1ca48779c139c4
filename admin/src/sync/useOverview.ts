import { useQuery } from '@tanstack/react-query';

import { answer, api } from '../api/client';
import type { Schemas } from '../api/types';

const EVERY_MS = 15_000;

/** How both sides stand, asked again and again while the tab is seen. Shared by the alarm and the console. */
export const useOverview = (enabled = true) =>
  useQuery({
    queryKey: ['sync', 'overview'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/sync/overview', { signal })),
    refetchInterval: EVERY_MS,
    enabled,
  });

/** How many things wait for a person. */
export const stuck = ({ alerts, inbox, outbox, conflicts_open, runs }: Schemas['Overview']): number =>
  alerts.length + inbox.dead + outbox.dead + conflicts_open + runs.filter(({ phase }) => phase === 'halted').length;
