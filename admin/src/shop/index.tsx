import StorefrontIcon from '@mui/icons-material/Storefront';
import { lazy } from 'react';

import type { Module } from '../module';

const ShopPage = lazy(() => import('./ShopPage'));

export const shop: Module = {
  menu: [{ to: '/shop', label: 'shop.menu', icon: <StorefrontIcon />, right: 'shop.settings' }],
  routes: [{ path: '/shop', right: 'shop.settings', element: <ShopPage /> }],
};
