import type { Resources } from '../data/resource';

export const inventoryResources = {
  inventory: {
    list: '/api/v1/inventory/',
    one: '/api/v1/inventory/{check_id}',
    create: '/api/v1/inventory/',
    rights: { list: 'inventory.list_checks', show: 'inventory.show', create: 'inventory.create' },
    shortRows: true,
  },
} satisfies Resources;
