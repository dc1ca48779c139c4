import type { Schemas } from '../api/types';

export type Shop = Schemas['Shop'];

/** Under which the settings of one's own shop are kept. */
export const SHOP_KEY = ['shop', 'settings'];

/** The zone of a shop that is not known yet. */
export const UNLESS_TOLD = 'Asia/Almaty';
