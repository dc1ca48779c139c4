import type { audit as Russian } from '../ru/audit';

export const audit: typeof Russian = {
  menu: 'Audit log',
  resources: {
    audit: {
      name: 'Entry |||| Audit log',
      fields: {
        at: 'When',
        user_name: 'Who',
        action: 'Action',
        entity: 'Object',
        entity_id: 'Id',
      },
    },
  },
  action: {
    created: 'Created',
    changed: 'Changed',
    deleted: 'Deleted',
  },
  empty: { title: 'Nothing here yet', hint: 'Rows appear as soon as there is something to show.' },
};
