const DIGITS = 10;

/** The API refuses a part of a phone, so it is not asked while one is being typed. */
export const withWholePhone = ({ phone, ...filter }: Record<string, unknown>): Record<string, unknown> =>
  String(phone ?? '').replace(/\D/g, '').length >= DIGITS ? { ...filter, phone } : filter;
