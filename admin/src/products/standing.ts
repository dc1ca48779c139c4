import type { Agreement } from './types';

export type Standing = Agreement['state'] | 'conflict' | 'rejected';

/** What matters most of how a product stands with the site: first what waits for a person. */
export const standingOf = ({ state, conflicts, rejected }: Agreement): Standing => {
  if (conflicts > 0) return 'conflict';
  if (state !== 'agreed') return state;
  return Object.keys(rejected).length > 0 ? 'rejected' : state;
};
