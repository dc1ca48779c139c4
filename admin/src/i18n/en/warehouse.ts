import type { warehouse as Russian } from '../ru/warehouse';

export const warehouse: typeof Russian = {
  menu: 'Stock',
  resources: {
    warehouse: {
      name: 'Stock item |||| Stock',
      fields: {
        name: 'Name',
        quantity: 'Quantity',
        reserved: 'Reserved',
        available: 'Available',
        cost_price: 'Cost',
        retail_price: 'Price',
      },
    },
  },
  empty: { title: 'Nothing here yet', hint: 'Rows appear as soon as there is something to show.' },
};
