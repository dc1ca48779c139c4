import type { team as Russian } from '../ru/team';

export const team: typeof Russian = {
  menu: 'Team',
  resources: {
    team: {
      name: 'Colleague |||| Team',
      fields: {
        name: 'Name',
        phone: 'Phone',
        role: 'Role',
        is_active: 'Active',
        created_at: 'Since',
      },
    },
    'team/invitations': {
      name: 'Invitation |||| Invitations',
      fields: {
      },
    },
  },
  role: {
    courier: 'Courier',
    florist: 'Florist',
    manager: 'Manager',
    director: 'Director',
  },
  empty: { title: 'Nothing here yet', hint: 'Rows appear as soon as there is something to show.' },
};
