import { useGetList } from 'ra-core';

import type { Schemas } from '../api/types';

type Member = Schemas['Member'];

const ALL = { pagination: { page: 1, perPage: 100 } };

/** Who works in the shop now. */
export const useTeam = (): Member[] => useGetList<Member>('team', ALL, { staleTime: 300_000 }).data ?? [];

/** The name of a member, asked for by id. */
export const useNameOf = () => {
  const team = useTeam();
  return (id: number | null): string | undefined => team.find((member) => member.id === id)?.name;
};
