import { queryClient } from '../data/queryClient';
import type { Resources } from '../data/resource';
import { dateIn } from '../ui/day';
import { SHOP_KEY, type Shop, UNLESS_TOLD } from '../ui/shop';
import { toQuery } from './query';

const SORTED = ['created_at', 'delivery_date'];

const today = (): string => dateIn(queryClient.getQueryData<Shop>(SHOP_KEY)?.timezone ?? UNLESS_TOLD);

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
    filter: (filter) => ({ ...toQuery(filter, today()) }),
    versioned: true,
    shortRows: true,
  },
} satisfies Resources;
