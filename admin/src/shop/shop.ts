import type { Schemas } from '../api/types';

export type Shop = Schemas['Shop'];

/** Under which the settings of the shop are kept; where its zone is looked up too (ui/useZone). */
export const SHOP_KEY = ['shop', 'settings'];
