import { Switch } from '@mui/material';
import { useTranslate } from 'ra-core';

import { useCan } from '../auth/useCan';
import type { Product } from './types';
import { useEnabled } from './useEnabled';

export const EnabledSwitch = ({ product }: { product: Product }) => {
  const translate = useTranslate();
  const { mutate, isPending } = useEnabled(product);
  const mayChange = useCan('products.set_status');
  return (
    <Switch
      size="small"
      checked={product.enabled}
      disabled={!mayChange || isPending}
      onChange={(_, enabled) => mutate(enabled)}
      slotProps={{ input: { 'aria-label': translate('products.on_sale', { name: product.name }) } }}
    />
  );
};
