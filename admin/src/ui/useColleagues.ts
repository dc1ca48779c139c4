import { useQuery } from '@tanstack/react-query';

import { answer, api } from '../api/client';
import type { Schemas } from '../api/types';

export type Member = Schemas['Member'];

const MOST = 100;

/** Who works in the shop, and who did: history names them too. undefined: not known yet. */
export const useColleagues = (): Member[] | undefined =>
  useQuery({
    queryKey: ['colleagues'],
    queryFn: async ({ signal }) => (await Promise.all([true, false].map((is) => members(is, signal)))).flat(),
    staleTime: 300_000,
  }).data;

export const nameOf = (team: Member[] | undefined, id: number | null): string | undefined =>
  team?.find((member) => member.id === id)?.name;

const members = async (is_active: boolean, signal: AbortSignal) =>
  (await answer(api.GET('/api/v1/profile/team', { params: { query: { is_active, limit: MOST } }, signal }))).items;
