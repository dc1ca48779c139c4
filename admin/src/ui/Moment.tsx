import { useFieldValue, useLocale, type UseFieldValueOptions } from 'ra-core';

import { useZone } from './useZone';

export type Precision = 'day' | 'date' | 'time' | 'minute' | 'second';

const PARTS: Record<Precision, Intl.DateTimeFormatOptions> = {
  day: { dateStyle: 'medium' },
  date: { dateStyle: 'short' },
  time: { timeStyle: 'short' },
  minute: { dateStyle: 'short', timeStyle: 'short' },
  second: { dateStyle: 'short', timeStyle: 'medium' },
};

export const formatMoment = (iso: string, locale: string, zone: string, to: Precision = 'minute'): string =>
  new Intl.DateTimeFormat(locale, { ...PARTS[to], timeZone: zone }).format(new Date(iso));

/** A moment as the clock of the shop showed it. */
export const Moment = ({ value, to }: { value: string | null | undefined; to?: Precision }) => {
  const locale = useLocale();
  const zone = useZone();
  if (!value) return null;
  return (
    <time dateTime={value} style={{ whiteSpace: 'nowrap' }}>
      {formatMoment(value, locale, zone, to)}
    </time>
  );
};

/** The same as a field of a record. */
export const MomentField = ({ to, ...props }: UseFieldValueOptions & { label?: string; to?: Precision }) => (
  <Moment value={useFieldValue(props)} to={to} />
);
