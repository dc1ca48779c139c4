import type { inventory as Russian } from '../ru/inventory';

export const inventory: typeof Russian = {
  menu: 'Inventory checks',
  resources: {
    inventory: {
      name: 'Inventory check |||| Inventory checks',
      fields: {
        id: 'Number',
        status: 'State',
        lines: 'Lines',
        surplus: 'Surplus',
        missing: 'Missing',
        comment: 'Comment',
        created_at: 'Created',
      },
    },
  },
  status: {
    pending: 'Not applied',
    applied: 'Applied',
  },
  empty: { title: 'Nothing here yet', hint: 'Rows appear as soon as there is something to show.' },
};
