import type { Schemas } from '../api/types';

export type Item = Schemas['WarehouseItem'];
export type Operation = Schemas['Operation'];

/** What people do with an item by hand. */
export const DEEDS = ['delivery', 'writeoff', 'sale'] as const;
export type Deed = (typeof DEEDS)[number];
