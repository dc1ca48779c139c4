import { dateIn } from '../ui/day';

/** "21:00" of the same day by the shop's clock, else "понедельник, 09:00". */
export const whenChanges = (until: string, now: string, zone: string, locale: string): string => {
  const dayOf = (iso: string) => dateIn(zone, new Date(iso));
  const weekday = dayOf(until) === dayOf(now) ? undefined : 'long';
  const parts = { weekday, hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone } as const;
  return new Intl.DateTimeFormat(locale, parts).format(new Date(until));
};
