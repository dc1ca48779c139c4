import FactCheckIcon from '@mui/icons-material/FactCheck';
import { lazy } from 'react';

import type { Module } from '../module';

const InventoryList = lazy(() => import('./InventoryList'));
const CheckShow = lazy(() => import('./CheckShow'));
const CountPage = lazy(() => import('./CountPage'));

export const inventory: Module = {
  menu: [
    { to: '/inventory', label: 'inventory.menu', icon: <FactCheckIcon />, right: 'inventory.list_checks' },
  ],
  resources: [{ name: 'inventory', list: InventoryList, show: CheckShow, create: CountPage, recordRepresentation: ({ id }) => `№ ${id}` }],
};
