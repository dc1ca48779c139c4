import { useLocale, useTranslate } from 'ra-core';

import { dateIn, dayAfter, formatDay } from './day';
import { useZone } from './useZone';

/** A day of the shop's calendar; the nearest two by their names. */
export const Day = ({ value }: { value: string }) => {
  const locale = useLocale();
  const translate = useTranslate();
  const today = dateIn(useZone());
  if (value === today) return <time dateTime={value}>{translate('orders.day.today')}</time>;
  if (value === dayAfter(today)) return <time dateTime={value}>{translate('orders.day.tomorrow')}</time>;
  return <time dateTime={value}>{formatDay(value, locale)}</time>;
};
