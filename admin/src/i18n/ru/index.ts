import { compose } from '../compose';
import { app } from './app';
import { audit } from './audit';
import { clients } from './clients';
import { content } from './content';
import { delivery } from './delivery';
import { framework } from './framework';
import { inventory } from './inventory';
import { order } from './order';
import { orders } from './orders';
import { products } from './products';
import { profile } from './profile';
import { reviews } from './reviews';
import { sentences } from './sentences';
import { server } from './server';
import { shop } from './shop';
import { superadmin } from './superadmin';
import { sync } from './sync';
import { team } from './team';
import { warehouse } from './warehouse';

const modules = {
  app,
  audit,
  clients,
  content,
  delivery,
  inventory,
  order,
  orders,
  products,
  profile,
  reviews,
  server,
  shop,
  superadmin,
  sync,
  team,
  warehouse,
};

export type Modules = typeof modules;
export const russian = compose(framework, modules, sentences);
