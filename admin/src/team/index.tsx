import GroupsIcon from '@mui/icons-material/Groups';
import { lazy } from 'react';

import type { Module } from '../module';

const TeamList = lazy(() => import('./TeamList'));

export const team: Module = {
  menu: [
    { to: '/team', label: 'team.menu', icon: <GroupsIcon />, right: 'profile.list_team' },
  ],
  resources: [{ name: 'team', list: TeamList }],
};
