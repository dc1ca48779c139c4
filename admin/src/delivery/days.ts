const A_DAY = 86_400_000;

/** The date that the clock of a zone shows: 2026-11-25. */
export const dateIn = (zone: string, now = new Date()): string =>
  new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short' }).format(now);

export const shifted = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * A_DAY).toISOString().slice(0, 10);

/** "среда, 25 ноября" */
export const dayName = (date: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(date),
  );
