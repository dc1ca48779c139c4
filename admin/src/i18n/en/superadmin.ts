import type { superadmin as Russian } from '../ru/superadmin';

export const superadmin: typeof Russian = {
  menu: {
    shops: 'Shops',
    users: 'Users',
    products: 'All products',
    orders: 'All orders',
  },
  resources: {
    'superadmin/shops': {
      name: 'Shop |||| Shops',
      fields: {
        name: 'Name',
        city: 'City',
        phone: 'Phone',
        is_active: 'Open',
        mirrors_bitrix: 'Mirrors Bitrix',
        created_at: 'Created',
      },
    },
    'superadmin/users': {
      name: 'User |||| Users',
      fields: {
        name: 'Name',
        phone: 'Phone',
        role: 'Role',
        is_active: 'Allowed',
        is_superadmin: 'Superadmin',
      },
    },
    'superadmin/products': {
      name: 'Product |||| Products of all shops',
      fields: {
        name: 'Name',
        shop_id: 'Shop',
        price: 'Price',
        enabled: 'Enabled',
      },
    },
    'superadmin/orders': {
      name: 'Order |||| Orders of all shops',
      fields: {
        number: 'Number',
        shop_id: 'Shop',
        status: 'Status',
        customer_name: 'Customer',
        total: 'Total',
        created_at: 'Created',
      },
    },
  },
  role: {
    courier: 'Courier',
    florist: 'Florist',
    manager: 'Manager',
    director: 'Director',
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
