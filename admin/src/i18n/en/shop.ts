import type { shop as Russian } from '../ru/shop';

export const shop: typeof Russian = {
  menu: 'Shop',
  name: 'Name',
  city: 'City',
  address: 'Address',
  phone: 'Phone',
  weekdays: 'Weekdays',
  weekends: 'Weekends',
  delivery_cost: 'Delivery',
  free_delivery_from: 'Free delivery from',
};
