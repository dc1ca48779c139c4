import LocalFloristIcon from '@mui/icons-material/LocalFlorist';
import ReceiptLongIcon from '@mui/icons-material/ReceiptLong';
import StoreIcon from '@mui/icons-material/Store';
import SupervisorAccountIcon from '@mui/icons-material/SupervisorAccount';
import { lazy } from 'react';

import type { Module } from '../module';

const ShopsList = lazy(() => import('./ShopsList'));
const UsersList = lazy(() => import('./UsersList'));
const ProductsList = lazy(() => import('./ProductsList'));
const OrdersList = lazy(() => import('./OrdersList'));

export const superadmin: Module = {
  menu: [
    { to: '/superadmin/shops', label: 'superadmin.menu.shops', icon: <StoreIcon />, right: 'superadmin.list_shops' },
    { to: '/superadmin/users', label: 'superadmin.menu.users', icon: <SupervisorAccountIcon />, right: 'superadmin.list_users' },
    { to: '/superadmin/products', label: 'superadmin.menu.products', icon: <LocalFloristIcon />, right: 'superadmin.list_products' },
    { to: '/superadmin/orders', label: 'superadmin.menu.orders', icon: <ReceiptLongIcon />, right: 'superadmin.list_orders' },
  ],
  resources: [
    { name: 'superadmin/shops', list: ShopsList },
    { name: 'superadmin/users', list: UsersList },
    { name: 'superadmin/products', list: ProductsList },
    { name: 'superadmin/orders', list: OrdersList },
  ],
};
