import type { Schemas } from '../api/types';

/** How a product stands with the site; an order has fields besides that people enter there by hand. */
type Sync = Schemas['Agreement'] & { by_hand?: string[] };
export type ProductStanding = Sync['state'] | 'conflict' | 'rejected';
export type Standing = ProductStanding | 'by_hand';

/** The one thing to know about how a row stands with the site: what is broken first, then what is to be done. */
export const standingOf = <S extends Sync>({ state, conflicts, rejected, by_hand = [] }: S): StandingOf<S> => {
  if (state === 'dead' || state === 'gone_there') return state;
  if (conflicts > 0) return 'conflict';
  if (by_hand.length > 0) return 'by_hand' as StandingOf<S>;
  return Object.keys(rejected).length > 0 ? 'rejected' : state;
};

type StandingOf<S> = S extends { by_hand: string[] } ? Standing : ProductStanding;
