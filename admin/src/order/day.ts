/** A calendar day as people say it. It has no zone: it is the shop's day wherever it is read. */
export const dayLong = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(day),
  );

/** The calendar day of a moment in a zone, as YYYY-MM-DD. */
export const dayIn = (zone: string, moment: Date): string =>
  new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone }).format(moment);
