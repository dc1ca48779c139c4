import type { Schemas } from '../api/types';

type Sync = Schemas['OrderAgreement'];
export type Standing = Sync['state'] | 'conflict' | 'rejected' | 'by_hand';

/** The one thing to know about how an order stands with the site: what is broken first, then what is to be done. */
export const standingOf = ({ state, conflicts, rejected, by_hand }: Sync): Standing => {
  if (state === 'dead' || state === 'gone_there') return state;
  if (conflicts > 0) return 'conflict';
  if (by_hand.length > 0) return 'by_hand';
  if (Object.keys(rejected).length > 0) return 'rejected';
  return state;
};
