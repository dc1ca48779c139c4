import { Chip } from '@mui/material';
import { useTranslate } from 'ra-core';

import type { Item } from './types';

/** Says that there is too little of an item; of what is plenty it says nothing. */
export const StockChip = ({ item }: { item: Pick<Item, 'shortage' | 'below_minimum'> }) => {
  const translate = useTranslate();
  if (item.shortage > 0) {
    return <Chip size="small" color="error" label={translate('warehouse.lacking', { smart_count: item.shortage })} />;
  }
  return item.below_minimum ? <Chip size="small" color="warning" label={translate('warehouse.low')} /> : null;
};
