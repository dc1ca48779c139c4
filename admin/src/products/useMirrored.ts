import { useQuery } from '@tanstack/react-query';

import { answer, api } from '../api/client';
import type { Product } from './types';

/** Whether the shop is the one that the site has too. */
export const useShopIsMirrored = (): boolean => {
  const { data } = useQuery({
    queryKey: ['shop', 'settings'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/shop/settings', { signal })),
    staleTime: Infinity,
  });
  return data?.mirrors_bitrix ?? false;
};

/** Whether the site knows the product, and so has a say in it. */
export const useIsMirrored = (product: Pick<Product, 'bitrix_id'> | undefined): boolean =>
  useShopIsMirrored() && typeof product?.bitrix_id === 'number';
