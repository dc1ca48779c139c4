type Fields = Record<string, unknown>;

/** The fields that differ from before: what is not sent stays as it is, also where somebody else has changed it. */
export const changed = (now: Fields, before: Fields): Fields =>
  Object.fromEntries(Object.entries(now).filter(([field, value]) => !same(value, before[field])));

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
