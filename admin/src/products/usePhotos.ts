import { useMutation } from '@tanstack/react-query';
import { useNotify } from 'ra-core';

import { answer, api } from '../api/client';
import { useProductCache } from './cache';
import { inOrder, type Photo } from './photos';
import type { Product } from './types';

/** What can be done with the pictures that are there. Each change is made over the version that is shown. */
export const usePhotos = (product: Product) => {
  const cache = useProductCache();
  const notify = useNotify();
  const path = { product_id: product.id };
  const onError = (error: Error) => {
    notify(error.message, { type: 'error', messageArgs: { _: error.message } });
    void cache.reload();
  };
  const put = (body: { images?: string[]; image?: string | null }) =>
    answer(api.PUT('/api/v1/products/{product_id}', { params: { path }, body: { ...body, version: product.version } }));

  const order = useMutation({
    mutationFn: (photos: Photo[]) => put(inOrder(photos)),
    onMutate: async (photos) => {
      await cache.hush();
      cache.show(product.id, shownAs(photos));
    },
    onSuccess: (now) => cache.show(product.id, now),
    onError,
  });
  const makeImage = useMutation({
    mutationFn: (url: string) => put({ image: url }),
    onSuccess: (now) => cache.show(product.id, now),
    onError,
  });
  const remove = useMutation({
    mutationFn: (id: number) =>
      api.DELETE('/api/v1/products/{product_id}/images/{image_id}', { params: { path: { ...path, image_id: id } } }),
    onSuccess: () => cache.reload(),
    onError,
  });
  return { order, makeImage, remove, isBusy: order.isPending || makeImage.isPending || remove.isPending };
};

const shownAs = (photos: Photo[]): Pick<Product, 'image' | 'images'> => ({
  image: photos[0]?.url ?? null,
  images: photos.map(({ id, url }, place) => ({ id: id ?? 0, url, is_primary: place === 0 })),
});
