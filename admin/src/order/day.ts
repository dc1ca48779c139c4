/** A calendar day as people say it. It has no zone: it is the shop's day wherever it is read. */
export const dayLong = (day: string, locale: string, now = new Date()): string =>
  new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: day.startsWith(String(now.getUTCFullYear())) ? undefined : 'numeric',
    timeZone: 'UTC',
  }).format(new Date(day));
