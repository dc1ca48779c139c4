import LocalShippingIcon from '@mui/icons-material/LocalShipping';
import { lazy } from 'react';

import type { Module } from '../module';

const DeliveryPage = lazy(() => import('./DeliveryPage'));

export const delivery: Module = {
  menu: [{ to: '/delivery', label: 'delivery.menu', icon: <LocalShippingIcon />, right: 'shop.calculate_delivery' }],
  routes: [{ path: '/delivery', right: 'shop.calculate_delivery', element: <DeliveryPage /> }],
};
