import type { orders as Russian } from '../ru/orders';

export const orders: typeof Russian = {
  menu: 'Orders',
  resources: {
    orders: {
      name: 'Order |||| Orders',
      fields: {
        number: 'Number',
        status: 'Status',
        customer_name: 'Customer',
        phone: 'Phone',
        total: 'Total',
        delivery_date: 'Delivery',
        created_at: 'Created',
      },
    },
  },
  status: {
    new: 'New',
    paid: 'Paid',
    accepted: 'Accepted',
    assembled: 'Assembled',
    in_delivery: 'In delivery',
    delivered: 'Delivered',
    cancelled: 'Cancelled',
  },
  empty: { title: 'Nothing here yet', hint: 'Rows appear as soon as there is something to show.' },
};
