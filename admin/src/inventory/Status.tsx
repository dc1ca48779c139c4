import { Chip } from '@mui/material';
import { useRecordContext, useTranslate } from 'ra-core';

import type { Check } from './types';

/** Whether the differences of a check are booked. */
export const Status = () => {
  const translate = useTranslate();
  const check = useRecordContext<Check>();
  if (!check) return null;
  const label = translate(`inventory.status.${check.status}`);
  return <Chip size="small" color={check.status === 'pending' ? 'warning' : 'success'} label={label} />;
};
