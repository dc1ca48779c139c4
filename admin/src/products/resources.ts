import type { Resources } from '../data/resource';

export const productsResources = {
  products: {
    list: '/api/v1/products/admin',
    create: '/api/v1/products/',
    update: { put: '/api/v1/products/{product_id}' },
    delete: '/api/v1/products/{product_id}',
    rights: {
      list: 'products.list_admin',
      create: 'products.create',
      edit: 'products.edit',
      delete: 'products.delete',
    },
    versioned: true,
  },
} satisfies Resources;
