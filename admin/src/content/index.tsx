import ArticleIcon from '@mui/icons-material/Article';
import { lazy } from 'react';

import type { Module } from '../module';

const FaqsList = lazy(() => import('./FaqsList'));

export const content: Module = {
  menu: [
    { to: '/faqs', label: 'content.menu', icon: <ArticleIcon />, right: 'content.edit_faq' },
  ],
  resources: [{ name: 'faqs', list: FaqsList }],
};
