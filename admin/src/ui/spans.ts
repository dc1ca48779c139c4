const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;
const AT_MOST = 2;

/** How long: "1 ч 5 мин", "2,5 с", "20 мс". */
export const formatSpan = (seconds: number, locale: string): string => {
  if (seconds < 1) return inUnit(Math.round(seconds * 1000), 'millisecond', locale);
  if (seconds < 10) return inUnit(Math.round(seconds * 10) / 10, 'second', locale);
  let left = Math.round(seconds);
  const parts: string[] = [];
  for (const [unit, size] of UNITS) {
    const amount = Math.floor(left / size);
    left %= size;
    if (amount > 0) parts.push(inUnit(amount, unit, locale));
    else if (parts.length > 0) break;
  }
  return parts.slice(0, AT_MOST).join(' ');
};

/** How far from now: "через 5 минут", "2 часа назад". */
export const formatDistance = (iso: string, locale: string, now = Date.now()): string => {
  const seconds = (Date.parse(iso) - now) / 1000;
  const [unit, size] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? UNITS[UNITS.length - 1]!;
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.round(seconds / size), unit);
};

/** The same of something that is to come: when its time is over it is due now. */
export const formatAhead = (iso: string, locale: string, now = Date.now()): string =>
  formatDistance(new Date(Math.max(Date.parse(iso), now)).toISOString(), locale, now);

const inUnit = (amount: number, unit: string, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(amount);
