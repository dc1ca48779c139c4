import { Box, Typography } from '@mui/material';
import { useRecordContext, useTranslate } from 'ra-core';
import { useState } from 'react';

import { ImageUpload } from '../ui/ImageUpload';
import { Section } from '../ui/Section';
import { useProductCache } from './cache';
import { moved, photosOf } from './photos';
import { PhotoTile } from './PhotoTile';
import type { Product } from './types';
import { useIsMirrored } from './useMirrored';
import { usePhotos } from './usePhotos';

const FOR_THE_SITE = { is_primary: 'true' };

export const PhotosCard = () => {
  const product = useRecordContext<Product>();
  return product ? <Photos product={product} /> : null;
};

/** Of a product that the site knows only the primary picture is ours to set; all others, and their order, are its own. */
const Photos = ({ product }: { product: Product }) => {
  const translate = useTranslate();
  const cache = useProductCache();
  const isMirrored = useIsMirrored(product);
  const { order, makeImage, remove, isBusy } = usePhotos(product);
  const [dragged, setDragged] = useState<number>();
  const photos = photosOf(product);
  const move = (from: number, to: number) => order.mutate(moved(photos, from, to));
  return (
    <Section title="products.section.photos">
      {isMirrored && (
        <Typography variant="body2" color="text.secondary" sx={{ mb: 1.5 }}>
          {translate('products.photos.mirrored')}
        </Typography>
      )}
      <Box
        component="ul"
        sx={{ m: 0, mb: 1.5, p: 0, listStyle: 'none', display: 'grid', gap: 1, gridTemplateColumns: 'repeat(auto-fill, minmax(132px, 1fr))' }}
      >
        {photos.map((photo, place) => (
          <PhotoTile
            key={photo.url}
            photo={photo}
            name={translate('products.photos.photo', { number: place + 1 })}
            isBusy={isBusy}
            onPrimary={() => (isMirrored ? makeImage.mutate(photo.url) : move(place, 0))}
            onRemove={isMirrored || photo.id === null ? undefined : () => remove.mutate(photo.id as number)}
            place={
              isMirrored
                ? undefined
                : {
                    onEarlier: place > 0 ? () => move(place, place - 1) : undefined,
                    onLater: place < photos.length - 1 ? () => move(place, place + 1) : undefined,
                    onDrag: () => setDragged(place),
                    onDrop: () => dragged !== undefined && dragged !== place && move(dragged, place),
                  }
            }
          />
        ))}
      </Box>
      {photos.length === 0 && <Typography sx={{ mb: 1.5 }}>{translate('products.photos.none')}</Typography>}
      <ImageUpload<Product>
        to={`/api/v1/products/${product.id}/images`}
        fields={isMirrored ? FOR_THE_SITE : undefined}
        multiple={!isMirrored}
        label={isMirrored ? 'products.photos.new_primary' : 'app.upload.add'}
        onUploaded={(now) => cache.show(product.id, now)}
      />
    </Section>
  );
};
