import PeopleIcon from '@mui/icons-material/People';
import { lazy } from 'react';

import type { Module } from '../module';

const ClientsList = lazy(() => import('./ClientsList'));
const ClientShow = lazy(() => import('./ClientShow'));
const ClientCreate = lazy(() => import('./ClientCreate'));
const ClientEdit = lazy(() => import('./ClientEdit'));
const ByPhonePage = lazy(() => import('./ByPhonePage'));
const StatisticsPage = lazy(() => import('./StatisticsPage'));

export const clients: Module = {
  menu: [
    { to: '/clients', label: 'clients.menu', icon: <PeopleIcon />, right: 'clients.list_clients' },
  ],
  resources: [
    {
      name: 'clients',
      list: ClientsList,
      show: ClientShow,
      create: ClientCreate,
      edit: ClientEdit,
      recordRepresentation: ({ name, phone }) => name ?? phone,
    },
  ],
  routes: [
    { path: '/clients/statistics', right: 'clients.dashboard', element: <StatisticsPage /> },
    { path: '/clients/by-phone/:phone', right: 'client_profile.show', element: <ByPhonePage /> },
  ],
};
