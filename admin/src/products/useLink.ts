import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { answer, api } from '../api/client';
import type { Schemas } from '../api/types';

type Debt = Schemas['Debt'];
/** What it owes: where that may be nothing, the contract's type says less than it knows. */
export type Link = Omit<Schemas['Link'], 'pending'> & { pending: Debt | null };
export type Conflict = Schemas['Conflict'];
export type Winner = 'us' | 'site';

const SOON_MS = 3_000;
const LATER_MS = 20_000;

/** How a product stands with the site, in every detail; asked again soon while it owes something. */
export const useLink = (bitrixId: number) =>
  useQuery({
    queryKey: ['sync', 'link', 'product', bitrixId],
    queryFn: ({ signal }): Promise<Link> =>
      answer(
        api.GET('/api/v1/sync/links/{kind}/{id}', { params: { path: { kind: 'product', id: bitrixId } }, signal }),
      ) as Promise<Link>,
    refetchInterval: ({ state }) => (state.data?.pending?.state === 'pending' ? SOON_MS : LATER_MS),
  });

export const useLinkChanges = (bitrixId: number) => {
  const client = useQueryClient();
  const onSettled = async () => {
    await client.invalidateQueries({ queryKey: ['sync'] });
    await client.invalidateQueries({ queryKey: ['products'] });
  };
  return {
    agree: useMutation({
      mutationFn: () =>
        api.POST('/api/v1/sync/links/{kind}/{id}/agree', { params: { path: { kind: 'product', id: bitrixId } } }),
      onSettled,
    }),
    resolve: useMutation({
      mutationFn: ({ id, winner }: { id: number; winner: Winner | null }) =>
        api.POST('/api/v1/sync/conflicts/{id}/resolve', { params: { path: { id } }, body: { winner } }),
      onSettled,
    }),
  };
};
