import WarehouseIcon from '@mui/icons-material/Warehouse';
import { lazy } from 'react';

import type { Module } from '../module';

const WarehouseList = lazy(() => import('./WarehouseList'));
const WarehouseShow = lazy(() => import('./WarehouseShow'));
const WarehouseCreate = lazy(() => import('./WarehouseCreate'));
const WarehouseEdit = lazy(() => import('./WarehouseEdit'));

export const warehouse: Module = {
  menu: [
    { to: '/warehouse', label: 'warehouse.menu', icon: <WarehouseIcon />, right: 'warehouse.list_items' },
  ],
  resources: [
    {
      name: 'warehouse',
      list: WarehouseList,
      show: WarehouseShow,
      create: WarehouseCreate,
      edit: WarehouseEdit,
      recordRepresentation: 'name',
    },
  ],
};
