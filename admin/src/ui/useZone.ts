import { useQuery } from '@tanstack/react-query';

import { answer, api } from '../api/client';

const UNLESS_TOLD = 'Asia/Almaty';

/** The time zone of the shop, whose times everybody sees wherever they are. */
export const useZone = (): string => {
  const { data } = useQuery({
    queryKey: ['shop', 'settings'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/shop/settings', { signal })),
    staleTime: Infinity,
  });
  return data?.timezone ?? UNLESS_TOLD;
};
