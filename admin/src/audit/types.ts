import type { Schemas } from '../api/types';

export type Entry = Schemas['AuditEntry'];
export type Entity = Entry['entity'];

/** Those that the contract knows: one more or less there does not compile here. */
const ALL: Record<Entity, true> = {
  product: true,
  product_recipe: true,
  warehouse_item: true,
  shop: true,
  user: true,
  team_invitation: true,
};

export const ENTITIES = Object.keys(ALL) as Entity[];
