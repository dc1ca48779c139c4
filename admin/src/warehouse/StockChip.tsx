import { useTranslate } from 'ra-core';

import { Mark } from '../ui/Mark';
import type { Item } from './types';

/** Says that there is too little of an item; of what is plenty it says nothing. */
export const StockChip = ({ item }: { item: Pick<Item, 'shortage' | 'below_minimum'> }) => {
  const translate = useTranslate();
  if (item.shortage > 0) {
    return <Mark tone="error">{translate('warehouse.lacking', { smart_count: item.shortage })}</Mark>;
  }
  return item.below_minimum ? <Mark tone="warning">{translate('warehouse.low')}</Mark> : null;
};
