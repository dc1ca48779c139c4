import { audit } from './audit';
import { clients } from './clients';
import { content } from './content';
import { delivery } from './delivery';
import { inventory } from './inventory';
import type { Module } from './module';
import { orders } from './orders';
import { products } from './products';
import { profile } from './profile';
import { reviews } from './reviews';
import { shop } from './shop';
import { superadmin } from './superadmin';
import { sync } from './sync';
import { team } from './team';
import { warehouse } from './warehouse';

export const GROUPS = ['sales', 'goods', 'sync', 'shop', 'platform'] as const;
export type Group = (typeof GROUPS)[number];

/** In the order of the menu. What a module brings (pages, rights, icons, labels) it says in its own folder. */
export const modules: (Module & { group: Group })[] = [
  { group: 'sales', ...orders },
  { group: 'sales', ...clients },
  { group: 'sales', ...reviews },
  { group: 'goods', ...products },
  { group: 'goods', ...warehouse },
  { group: 'goods', ...inventory },
  { group: 'sync', ...sync },
  { group: 'shop', ...shop },
  { group: 'shop', ...delivery },
  { group: 'shop', ...team },
  { group: 'shop', ...content },
  { group: 'shop', ...audit },
  { group: 'shop', ...profile },
  { group: 'platform', ...superadmin },
];
