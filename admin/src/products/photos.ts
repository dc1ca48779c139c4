import type { Product } from './types';

/** The same list with the one at `from` put where the one at `to` was. */
export const moved = <T,>(list: readonly T[], from: number, to: number): T[] => {
  if (from < 0 || from >= list.length || to < 0 || to >= list.length) return [...list];
  const rest = list.filter((_, place) => place !== from);
  return [...rest.slice(0, to), list[from] as T, ...rest.slice(to)];
};

export interface Photo {
  /** null: only the product's `image`, which the site has not taken among its pictures yet. */
  id: number | null;
  url: string;
  isPrimary: boolean;
}

/** All pictures of a product in their order, its primary one marked. */
export const photosOf = ({ image, images }: Pick<Product, 'image' | 'images'>): Photo[] => {
  const photos = images.map(({ id, url }) => ({ id, url, isPrimary: url === image }));
  const isAmong = photos.some(({ isPrimary }) => isPrimary);
  return image && !isAmong ? [{ id: null, url: image, isPrimary: true }, ...photos] : photos;
};

/** What is sent to put the pictures in this order: the first one is the product's `image`. */
export const inOrder = (photos: readonly Photo[]) => {
  const urls = photos.map(({ url }) => url);
  return { images: urls, image: urls[0] ?? null };
};
