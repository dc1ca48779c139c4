import LocalFloristIcon from '@mui/icons-material/LocalFlorist';
import { lazy } from 'react';

import type { Module } from '../module';

const ProductList = lazy(() => import('./ProductList'));
const ProductCreate = lazy(() => import('./ProductCreate'));
const ProductEdit = lazy(() => import('./ProductEdit'));
const ProductShow = lazy(() => import('./ProductShow'));

export const products: Module = {
  menu: [{ to: '/products', label: 'products.menu', icon: <LocalFloristIcon />, right: 'products.list_admin' }],
  resources: [
    {
      name: 'products',
      list: ProductList,
      create: ProductCreate,
      edit: ProductEdit,
      show: ProductShow,
      recordRepresentation: 'name',
    },
  ],
};
