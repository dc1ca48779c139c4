import EditIcon from '@mui/icons-material/Edit';
import { Button } from '@mui/material';
import { useLocale, useTranslate } from 'ra-core';
import { useState } from 'react';

import { useCan } from '../auth/useCan';
import { formatMoney, Money } from '../ui/Money';
import { PriceEditor } from './PriceEditor';
import type { Product } from './types';

export const PriceCell = ({ product }: { product: Product }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const [editing, setEditing] = useState(false);
  if (!useCan('products.edit')) return <Money value={product.price} />;
  if (editing) return <PriceEditor product={product} onClose={() => setEditing(false)} />;
  return (
    <Button
      color="inherit"
      size="small"
      onClick={() => setEditing(true)}
      endIcon={<EditIcon fontSize="inherit" sx={{ opacity: 0.5 }} />}
      aria-label={translate('products.change_price', { name: product.name, price: formatMoney(product.price, locale) })}
      sx={{ fontSize: '1rem', px: 0.75, mx: -0.75 }}
    >
      <Money value={product.price} />
    </Button>
  );
};
