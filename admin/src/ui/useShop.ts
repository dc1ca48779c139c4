import { useQuery } from '@tanstack/react-query';

import { answer, api } from '../api/client';
import { SHOP_KEY } from './shop';

/** The shop whose staff is signed in. */
export const useShop = () =>
  useQuery({
    queryKey: SHOP_KEY,
    queryFn: ({ signal }) => answer(api.GET('/api/v1/shop/settings', { signal })),
    staleTime: Infinity,
  }).data;
