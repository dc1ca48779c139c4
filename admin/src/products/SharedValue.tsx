import { Box } from '@mui/material';
import { useTranslate } from 'ra-core';

import { Money } from '../ui/Money';
import { ProductPicture } from './ProductPicture';

/** A value of a shared field as people read it. */
export const SharedValue = ({ field, value }: { field: string; value: unknown }) => {
  const translate = useTranslate();
  if (value === null || value === undefined || value === '') return <>—</>;
  if (field === 'price' && typeof value === 'number') return <Money value={value} />;
  if (field === 'enabled') return <>{translate(value ? 'products.enabled' : 'products.disabled')}</>;
  if (field === 'type') return <>{translate(`products.type.${String(value)}`, { _: String(value) })}</>;
  if (field === 'image') return <Picture url={String(value)} />;
  if (field === 'images' && Array.isArray(value)) {
    return (
      <Box sx={{ display: 'flex', gap: 0.5, flexWrap: 'wrap' }}>
        {value.map((url) => (
          <Picture key={String(url)} url={String(url)} />
        ))}
      </Box>
    );
  }
  return <>{String(value)}</>;
};

const Picture = ({ url }: { url: string }) => (
  <Box component="span" title={url} sx={{ display: 'inline-block' }}>
    <ProductPicture url={url} alt={url.split('/').at(-1) ?? url} sx={{ width: 48, height: 48, borderRadius: 1 }} />
  </Box>
);
