const DAY_MS = 86_400_000;

/** The date that a clock in the zone shows, as YYYY-MM-DD. */
export const dateIn = (zone: string, at = new Date()): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(at);

export const dayAfter = (day: string, days = 1): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** The moment a day of the shop's calendar begins. `day` is YYYY-MM-DD; anything else is no day. */
export const startOfDay = (day: string, zone: string): string | undefined => {
  const asUtc = Date.parse(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(asUtc)) return undefined;
  // Twice: the first guess may lie on the other side of a change of the clocks.
  const guess = asUtc - offsetMs(asUtc, zone);
  return new Date(asUtc - offsetMs(guess, zone)).toISOString();
};

/** How far the clocks of a zone are ahead of UTC. */
const offsetMs = (at: number, zone: string): number => {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  return Date.parse(`${parts.format(new Date(at)).replace(' ', 'T')}Z`) - at;
};

/* A calendar day as people say it. It has no zone: it is the shop's day wherever it is read. */

/** "ср, 25 нояб." */
export const formatDay = (day: string, locale: string): string =>
  said(day, locale, { weekday: 'short', day: 'numeric', month: 'short' });

/** "среда, 25 ноября" */
export const dayName = (day: string, locale: string): string =>
  said(day, locale, { weekday: 'long', day: 'numeric', month: 'long' });

/** "ср, 25 ноября", with its year unless that is this one. */
export const dayLong = (day: string, locale: string, now = new Date()): string => {
  const year = day.startsWith(String(now.getUTCFullYear())) ? undefined : 'numeric';
  return said(day, locale, { weekday: 'short', day: 'numeric', month: 'long', year });
};

const said = (day: string, locale: string, parts: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' }).format(new Date(day));
