import { useQuery } from '@tanstack/react-query';

import { answer, api } from '../api/client';
import type { Shop } from './types';

export const useShop = (): Shop | undefined =>
  useQuery({
    queryKey: ['shop', 'settings'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/shop/settings', { signal })),
    staleTime: Infinity,
  }).data;
