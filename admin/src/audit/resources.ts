import type { Resources } from '../data/resource';

export const auditResources = {
  audit: {
    list: '/api/v1/audit',
    rights: { list: 'audit.list_entries' },
  },
} satisfies Resources;
