import { auditResources } from '../audit/resources';
import { clientsResources } from '../clients/resources';
import { contentResources } from '../content/resources';
import { inventoryResources } from '../inventory/resources';
import { ordersResources } from '../orders/resources';
import { productsResources } from '../products/resources';
import { reviewsResources } from '../reviews/resources';
import { superadminResources } from '../superadmin/resources';
import { syncResources } from '../sync/resources';
import { teamResources } from '../team/resources';
import { warehouseResources } from '../warehouse/resources';
import type { Resources } from './resource';

export const resources: Resources = {
  ...auditResources,
  ...clientsResources,
  ...contentResources,
  ...inventoryResources,
  ...ordersResources,
  ...productsResources,
  ...reviewsResources,
  ...superadminResources,
  ...syncResources,
  ...teamResources,
  ...warehouseResources,
};
