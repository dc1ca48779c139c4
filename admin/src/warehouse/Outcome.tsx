import { Alert } from '@mui/material';
import { useTranslate } from 'ra-core';

import { afterwards, mostOf } from './afterwards';
import type { Deed, Item } from './types';

/** What the shelf is like now, and what it will be like. */
export const Outcome = ({ item, deed, pieces }: { item: Item; deed: Deed; pieces: number | undefined }) => {
  const translate = useTranslate();
  const most = mostOf(item, deed);
  if (pieces === undefined) return <Alert severity="info">{translate('warehouse.now', { ...item })}</Alert>;
  if (pieces > most) {
    return (
      <Alert severity="error" role="status">
        {translate('warehouse.too_many', { most })}
      </Alert>
    );
  }
  const after = afterwards(item, deed, pieces);
  const change = { before: item.quantity, after: after.quantity, free: item.available, still_free: after.available };
  return (
    <Alert severity={after.shortage > 0 ? 'warning' : after.below_minimum ? 'warning' : 'info'} role="status">
      {translate('warehouse.will_be', change)}
      {after.shortage > 0 && ` ${translate('warehouse.will_lack', { smart_count: after.shortage })}`}
      {after.shortage === 0 && after.below_minimum && ` ${translate('warehouse.will_be_low', { min: item.min_quantity })}`}
    </Alert>
  );
};
