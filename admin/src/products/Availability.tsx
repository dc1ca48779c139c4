import { Typography } from '@mui/material';
import { useTranslate } from 'ra-core';

import type { Product } from './types';
import { useAvailability } from './useRecipe';

export const Availability = ({ product }: { product: Product }) => {
  const translate = useTranslate();
  const { data } = useAvailability(product);
  if (!data) return null;
  const most = data.max_quantity;
  return (
    <Typography role="status" sx={{ mt: 1.5 }} color={most === 0 ? 'error' : 'text.secondary'}>
      {most === null ? translate('products.recipe.always') : translate('products.recipe.possible', { number: most })}
    </Typography>
  );
};
