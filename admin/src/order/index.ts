import { lazy } from 'react';

export const OrderShow = lazy(() => import('./show/OrderShow'));
export const OrderCreate = lazy(() => import('./create/OrderCreate'));
export const OrderEdit = lazy(() => import('./edit/OrderEdit'));
