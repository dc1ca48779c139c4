import type { products as Russian } from '../ru/products';

export const products: typeof Russian = {
  menu: 'Products',
  resources: {
    products: {
      name: 'Product |||| Products',
      fields: {
        search: 'Search names and descriptions',
        name: 'Name',
        type: 'Kind',
        price: 'Price',
        enabled: 'On sale',
        bitrix_id: 'Bitrix id',
      },
    },
  },
  type: {
    flowers: 'Flowers',
    sweets: 'Sweets',
    fruits: 'Fruits',
    gifts: 'Gifts',
    vitrina: 'Ready made',
    catalog: 'Made to order',
  },
  empty: { title: 'No products yet', hint: 'Add the first one: it is on sale as soon as you switch it on.' },
};
