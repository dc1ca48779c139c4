import ReceiptLongIcon from '@mui/icons-material/ReceiptLong';
import { lazy } from 'react';

import type { Module } from '../module';
import { OrderCreate, OrderEdit, OrderShow } from '../order';
import { ordersList } from './ordersList';

const OrdersList = lazy(ordersList.load);

export const orders: Module = {
  menu: [
    { to: '/orders', label: 'orders.menu', icon: <ReceiptLongIcon />, right: 'orders.list_orders' },
  ],
  resources: [{ name: 'orders', list: OrdersList, show: OrderShow, create: OrderCreate, edit: OrderEdit }],
};
