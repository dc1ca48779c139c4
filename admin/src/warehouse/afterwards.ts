import type { Deed, Item } from './types';

type Stock = Pick<Item, 'quantity' | 'reserved' | 'min_quantity'>;

export interface Afterwards {
  quantity: number;
  available: number;
  /** Promised to orders but not there any more. */
  shortage: number;
  below_minimum: boolean;
}

/** What the shelf will be like. Flowers that broke may have been promised; over the counter goes only what was not. */
export const afterwards = ({ quantity, reserved, min_quantity }: Stock, deed: Deed, pieces: number): Afterwards => {
  const left = quantity + (deed === 'delivery' ? pieces : -pieces);
  return {
    quantity: left,
    available: Math.max(left - reserved, 0),
    shortage: Math.max(reserved - left, 0),
    below_minimum: left < min_quantity,
  };
};

/** How many may be taken at most. */
export const mostOf = ({ quantity, reserved }: Stock, deed: Deed): number => {
  if (deed === 'delivery') return 100_000;
  return deed === 'writeoff' ? quantity : Math.max(quantity - reserved, 0);
};

/** A whole number from 1 on; anything else is none yet. */
export const piecesOf = (typed: string): number | undefined => (/^[1-9]\d{0,5}$/.test(typed.trim()) ? Number(typed) : undefined);
