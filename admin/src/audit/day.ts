/** The moment a day of the shop's calendar begins. `day` is YYYY-MM-DD; anything else is no day. */
export const startOfDay = (day: string, zone: string): string | undefined => {
  const asUtc = Date.parse(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(asUtc)) return undefined;
  // Twice: the first guess may lie on the other side of a change of the clocks.
  const guess = asUtc - offsetMs(asUtc, zone);
  return new Date(asUtc - offsetMs(guess, zone)).toISOString();
};

/** The day of the shop's calendar that a moment lies in. */
export const dayOf = (moment: string, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date(moment));

/** How far the clocks of a zone are ahead of UTC. */
const offsetMs = (at: number, zone: string): number => {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  return Date.parse(`${parts.format(new Date(at)).replace(' ', 'T')}Z`) - at;
};
