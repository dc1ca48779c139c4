import type { Resources } from '../data/resource';

export const teamResources = {
  team: {
    list: '/api/v1/profile/team',
    update: { put: '/api/v1/profile/team/{id}/role' },
    delete: '/api/v1/profile/team/{id}',
    rights: { list: 'profile.list_team', edit: 'profile.set_role', delete: 'profile.remove' },
  },
  'team/invitations': {
    list: '/api/v1/profile/team/invitations',
    create: '/api/v1/profile/team/invite',
    delete: '/api/v1/profile/team/invitations/{id}',
    rights: {
      list: 'profile.list_invitations',
      create: 'profile.invite',
      delete: 'profile.revoke_invitation',
    },
  },
} satisfies Resources;
