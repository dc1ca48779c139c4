import type { Resources } from '../data/resource';
import { withWholePhone } from './orders/withWholePhone';

export const superadminResources = {
  'superadmin/shops': {
    list: '/api/v1/superadmin/shops',
    one: '/api/v1/superadmin/shops/{id}',
    rights: { list: 'superadmin.list_shops', show: 'superadmin.show_shop' },
  },
  'superadmin/users': {
    list: '/api/v1/superadmin/users',
    rights: { list: 'superadmin.list_users' },
  },
  'superadmin/products': {
    list: '/api/v1/superadmin/products',
    update: { put: '/api/v1/superadmin/products/{id}' },
    delete: '/api/v1/superadmin/products/{id}',
    rights: {
      list: 'superadmin.list_products',
      edit: 'superadmin.edit_product',
      delete: 'superadmin.delete_product',
    },
    versioned: true,
  },
  'superadmin/orders': {
    list: '/api/v1/superadmin/orders',
    one: '/api/v1/superadmin/orders/{id}',
    filter: withWholePhone,
    shortRows: true,
    rights: { list: 'superadmin.list_orders', show: 'superadmin.show_order' },
  },
} satisfies Resources;
