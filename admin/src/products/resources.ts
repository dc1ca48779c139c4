import type { Resources } from '../data/resource';

const SORTED = ['created_at', 'price', 'name'];

export const productsResources = {
  products: {
    list: '/api/v1/products/admin',
    one: '/api/v1/products/{product_id}',
    create: '/api/v1/products/',
    update: { put: '/api/v1/products/{product_id}' },
    delete: '/api/v1/products/{product_id}',
    rights: {
      list: 'products.list_admin',
      show: 'products.list_admin',
      create: 'products.create',
      edit: 'products.edit',
      delete: 'products.delete',
    },
    sort: ({ field, order }) => (SORTED.includes(field) ? { sort: order === 'DESC' ? `-${field}` : field } : {}),
    versioned: true,
  },
} satisfies Resources;
