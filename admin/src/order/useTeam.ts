import { useQuery } from '@tanstack/react-query';

import { answer, api } from '../api/client';
import { useCan } from '../auth/useCan';
import type { Member } from './types';

const MOST = 100;

/** Who works here, and who did: history names them too. */
export const useTeam = () => {
  const may = useCan('profile.list_team');
  const { data = [] } = useQuery({
    queryKey: ['profile', 'team', 'everybody'],
    queryFn: async ({ signal }) => (await Promise.all([members(true, signal), members(false, signal)])).flat(),
    staleTime: 60_000,
    enabled: may,
  });
  return data;
};

export const nameOf = (team: Member[], id: number | null): string | undefined =>
  team.find((member) => member.id === id)?.name;

const members = async (is_active: boolean, signal: AbortSignal): Promise<Member[]> => {
  const query = { is_active, limit: MOST };
  return (await answer(api.GET('/api/v1/profile/team', { params: { query }, signal }))).items;
};
