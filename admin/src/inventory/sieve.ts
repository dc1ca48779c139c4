import { differenceOf } from './differences';
import type { Draft } from './draft';
import type { Countable } from './types';

export const SIEVES = ['all', 'uncounted', 'differing'] as const;
export type Sieve = (typeof SIEVES)[number];

/** The items that one looks for, out of all. */
export const shown = (items: Countable[], { counts }: Draft, words: string, sieve: Sieve): Countable[] => {
  const wanted = words.trim().toLowerCase();
  return items.filter(({ warehouse_item_id, name }) => {
    const count = counts[warehouse_item_id];
    const fits = { all: true, uncounted: !count, differing: count !== undefined && differenceOf(count) !== 0 };
    return fits[sieve] && name.toLowerCase().includes(wanted);
  });
};
