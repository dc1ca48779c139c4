import ArticleIcon from '@mui/icons-material/Article';
import QuizIcon from '@mui/icons-material/Quiz';
import { lazy } from 'react';

import type { Module } from '../module';

const FaqsList = lazy(() => import('./faqs/FaqsList'));
const FaqCreate = lazy(() => import('./faqs/FaqCreate'));
const FaqEdit = lazy(() => import('./faqs/FaqEdit'));
const PagesList = lazy(() => import('./pages/PagesList'));
const PageCreate = lazy(() => import('./pages/PageCreate'));
const PageEdit = lazy(() => import('./pages/PageEdit'));

export const content: Module = {
  menu: [
    { to: '/faqs', label: 'content.menu.faqs', icon: <QuizIcon />, right: 'content.edit_faq' },
    { to: '/pages', label: 'content.menu.pages', icon: <ArticleIcon />, right: 'content.list_pages' },
  ],
  resources: [
    { name: 'faqs', list: FaqsList, create: FaqCreate, edit: FaqEdit, recordRepresentation: 'question' },
    { name: 'pages', list: PagesList, create: PageCreate, edit: PageEdit, recordRepresentation: 'title' },
  ],
};
