import GroupsIcon from '@mui/icons-material/Groups';
import { lazy } from 'react';

import type { Module } from '../module';

const TeamList = lazy(() => import('./TeamList'));
const InvitationList = lazy(() => import('./InvitationList'));

export const team: Module = {
  menu: [
    // A courier may ask who works here too, but sees only own deliveries: the page is for whoever serves clients.
    { to: '/team', label: 'team.menu', icon: <GroupsIcon />, right: 'clients.list_clients' },
  ],
  resources: [
    { name: 'team', list: TeamList },
    { name: 'team/invitations', list: InvitationList },
  ],
};
