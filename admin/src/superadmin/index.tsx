import InsightsIcon from '@mui/icons-material/Insights';
import LocalFloristIcon from '@mui/icons-material/LocalFlorist';
import ReceiptLongIcon from '@mui/icons-material/ReceiptLong';
import StoreIcon from '@mui/icons-material/Store';
import SupervisorAccountIcon from '@mui/icons-material/SupervisorAccount';
import { lazy } from 'react';

import type { Module } from '../module';

const StatsPage = lazy(() => import('./stats/StatsPage'));
const ShopsList = lazy(() => import('./shops/ShopsList'));
const UsersList = lazy(() => import('./users/UsersList'));
const ProductsList = lazy(() => import('./products/ProductsList'));
const OrdersList = lazy(() => import('./orders/OrdersList'));
const OrderShow = lazy(() => import('./orders/OrderShow'));

export const superadmin: Module = {
  menu: [
    { to: '/superadmin/stats', label: 'superadmin.menu.stats', icon: <InsightsIcon />, right: 'superadmin.stats' },
    { to: '/superadmin/shops', label: 'superadmin.menu.shops', icon: <StoreIcon />, right: 'superadmin.list_shops' },
    { to: '/superadmin/users', label: 'superadmin.menu.users', icon: <SupervisorAccountIcon />, right: 'superadmin.list_users' },
    { to: '/superadmin/products', label: 'superadmin.menu.products', icon: <LocalFloristIcon />, right: 'superadmin.list_products' },
    { to: '/superadmin/orders', label: 'superadmin.menu.orders', icon: <ReceiptLongIcon />, right: 'superadmin.list_orders' },
  ],
  resources: [
    { name: 'superadmin/shops', list: ShopsList },
    { name: 'superadmin/users', list: UsersList },
    { name: 'superadmin/products', list: ProductsList },
    { name: 'superadmin/orders', list: OrdersList, show: OrderShow, recordRepresentation: 'number' },
  ],
  routes: [{ path: '/superadmin/stats', right: 'superadmin.stats', element: <StatsPage /> }],
};
