const DAY_MS = 86_400_000;

/** The date that a clock in the zone shows, as YYYY-MM-DD. */
export const dateIn = (zone: string, now = new Date()): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(now);

export const dayAfter = (day: string): string => new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);

/** A calendar day as people say it. It has no zone: it is the shop's day wherever it is read. */
export const formatDay = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(day),
  );
