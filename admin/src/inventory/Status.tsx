import { useRecordContext, useTranslate } from 'ra-core';

import { Mark } from '../ui/Mark';
import type { Check } from './types';

/** Whether the differences of a check are booked. */
export const Status = () => {
  const translate = useTranslate();
  const check = useRecordContext<Check>();
  if (!check) return null;
  const { status } = check;
  return <Mark tone={status === 'pending' ? 'warning' : 'success'}>{translate(`inventory.status.${status}`)}</Mark>;
};
