import StarHalfIcon from '@mui/icons-material/StarHalf';
import { lazy } from 'react';

import type { Module } from '../module';

const ReviewsList = lazy(() => import('./ReviewsList'));

export const reviews: Module = {
  menu: [
    { to: '/reviews', label: 'reviews.menu', icon: <StarHalfIcon />, right: 'reviews.list_admin' },
  ],
  resources: [{ name: 'reviews', list: ReviewsList }],
};
