import type { Resources } from '../data/resource';

export const clientsResources = {
  clients: {
    list: '/api/v1/clients/',
    one: '/api/v1/clients/{client_id}',
    create: '/api/v1/clients/',
    update: { put: '/api/v1/clients/{client_id}' },
    rights: { list: 'clients.list_clients', show: 'clients.show', create: 'clients.create', edit: 'clients.edit' },
    shortRows: true,
  },
} satisfies Resources;
