import { useMutation } from '@tanstack/react-query';
import { useNotify } from 'ra-core';

import { answer, api } from '../api/client';
import { useProductCache } from './cache';
import type { Product } from './types';

/** Puts a product on sale or takes it off: shown at once, and undone where the server refuses. */
export const useEnabled = (product: Product) => {
  const cache = useProductCache();
  const notify = useNotify();
  return useMutation({
    mutationFn: (enabled: boolean) =>
      answer(
        api.PATCH('/api/v1/products/{product_id}/status', {
          params: { path: { product_id: product.id }, query: { enabled } },
        }),
      ),
    onMutate: async (enabled) => {
      await cache.hush();
      cache.show(product.id, { enabled });
    },
    onSuccess: (now) => cache.show(product.id, now),
    onError: (error) => {
      cache.show(product.id, { enabled: product.enabled });
      notify(error.message, { type: 'error', messageArgs: { _: error.message } });
    },
  });
};
