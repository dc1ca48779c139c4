import PeopleIcon from '@mui/icons-material/People';
import { lazy } from 'react';

import type { Module } from '../module';

const ClientsList = lazy(() => import('./ClientsList'));

export const clients: Module = {
  menu: [
    { to: '/clients', label: 'clients.menu', icon: <PeopleIcon />, right: 'clients.list_clients' },
  ],
  resources: [{ name: 'clients', list: ClientsList }],
};
