import type { Schemas } from '../api/types';

type Shop = Schemas['Shop'];
export type Hours = Pick<Shop, 'weekday_opens' | 'weekday_closes' | 'weekend_opens' | 'weekend_closes'>;
export type DayKind = 'weekday' | 'weekend';
type Clock = string | null;

const UNLESS_TOLD: [string, string] = ['09:00', '21:00'];
/** The first of January 2024 was a Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const A_DAY = 86_400_000;
const WORKING_DAYS = 5;

export const opensAt = (kind: DayKind) => `${kind}_opens` as const;
export const closesAt = (kind: DayKind) => `${kind}_closes` as const;

/** No hours at all are a day off; one of the two alone is a mistake, not a day off. */
export const isDayOff = (opens: Clock | undefined, closes: Clock | undefined): boolean => !opens && !closes;

/** What a day gets that is no longer one off: the hours it had, else those of the other days. */
export const hoursAgain = (had: [Clock, Clock], others: [Clock, Clock]): [string, string] => {
  const [opens, closes] = [had, others].find(([from, to]) => from && to) ?? UNLESS_TOLD;
  return [opens ?? UNLESS_TOLD[0], closes ?? UNLESS_TOLD[1]];
};

export interface WeekDay {
  name: string;
  hours: string | null;
}

/** From Monday to Sunday. */
export const week = (hours: Hours, locale: string): WeekDay[] => {
  const name = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, day) => {
    const kind: DayKind = day < WORKING_DAYS ? 'weekday' : 'weekend';
    const [opens, closes] = [hours[opensAt(kind)], hours[closesAt(kind)]];
    return { name: name.format(MONDAY + day * A_DAY), hours: opens && closes ? `${opens} – ${closes}` : null };
  });
};

/** Which day of the week the clock of a zone shows, from 0 for Monday. */
export const weekDay = (iso: string, zone: string): number => {
  const shown = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: zone }).format(new Date(iso));
  return ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(shown);
};
