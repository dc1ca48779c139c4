import { useQuery } from '@tanstack/react-query';

import { answer, api } from '../../api/client';
import { isWorking } from './progress';

const WHILE_WORKING_MS = 1_000;
const OTHERWISE_MS = 15_000;

/** A run as it goes: asked every second while it works. */
export const useRun = (id: number) =>
  useQuery({
    queryKey: ['sync', 'run', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/sync/runs/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state: { data } }) => (data && isWorking(data) ? WHILE_WORKING_MS : OTHERWISE_MS),
  });
