import { useMutation } from '@tanstack/react-query';

import { answer, api } from '../api/client';
import { useProductCache } from './cache';
import { overtakenBy } from './overtaken';
import type { Product } from './types';

/** Sets the price. Where somebody was first their product is shown, and the next try is made over it. */
export const usePrice = (product: Product) => {
  const cache = useProductCache();
  const params = { path: { product_id: product.id } };
  return useMutation({
    mutationFn: (price: number) =>
      answer(api.PUT('/api/v1/products/{product_id}', { params, body: { price, version: product.version } })),
    onSuccess: (now) => cache.show(product.id, now),
    onError: async (error) => {
      if (!overtakenBy(error)) return;
      const now = await answer(api.GET('/api/v1/products/{product_id}', { params }));
      cache.show(product.id, now as Product);
    },
  });
};
