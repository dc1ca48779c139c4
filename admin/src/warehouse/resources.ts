import type { Resources } from '../data/resource';

export const warehouseResources = {
  warehouse: {
    list: '/api/v1/warehouse/',
    one: '/api/v1/warehouse/{item_id}',
    create: '/api/v1/warehouse/',
    update: { patch: '/api/v1/warehouse/{item_id}' },
    delete: '/api/v1/warehouse/{item_id}',
    rights: {
      list: 'warehouse.list_items',
      show: 'warehouse.show',
      create: 'warehouse.create',
      edit: 'warehouse.edit',
      delete: 'warehouse.delete',
    },
  },
  'warehouse/operations': {
    list: '/api/v1/warehouse/{item_id}/operations',
    rights: { list: 'warehouse.operations' },
  },
} satisfies Resources;
