import type { Resources } from '../data/resource';

const SORTED = ['created_at', 'delivery_date'];

export const ordersResources = {
  orders: {
    list: '/api/v1/orders/',
    one: '/api/v1/orders/{order_id}',
    create: '/api/v1/orders/with-items',
    update: { put: '/api/v1/orders/{order_id}' },
    delete: '/api/v1/orders/{order_id}',
    rights: {
      list: 'orders.list_orders',
      show: 'orders.show',
      create: 'orders.create_with_items',
      edit: 'orders.edit',
      delete: 'orders.delete',
    },
    sort: ({ field, order }) => (SORTED.includes(field) ? { sort: order === 'DESC' ? `-${field}` : field } : {}),
    versioned: true,
  },
} satisfies Resources;
