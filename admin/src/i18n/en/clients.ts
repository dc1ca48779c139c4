import type { clients as Russian } from '../ru/clients';

export const clients: typeof Russian = {
  menu: 'Clients',
  resources: {
    clients: {
      name: 'Client |||| Clients',
      fields: {
        name: 'Name',
        phone: 'Phone',
        notes: 'Notes',
        created_at: 'Since',
      },
    },
  },
  empty: { title: 'Nothing here yet', hint: 'Rows appear as soon as there is something to show.' },
};
