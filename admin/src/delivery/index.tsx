import LocalShippingIcon from '@mui/icons-material/LocalShipping';
import { lazy } from 'react';

import type { Module } from '../module';

const DeliveryPage = lazy(() => import('./DeliveryPage'));

/** Everybody may ask these questions; those who place orders have a use for them, couriers have none. */
const RIGHT = 'orders.create';

export const delivery: Module = {
  menu: [{ to: '/delivery', label: 'delivery.menu', icon: <LocalShippingIcon />, right: RIGHT }],
  routes: [{ path: '/delivery', right: RIGHT, element: <DeliveryPage /> }],
};
