import HistoryIcon from '@mui/icons-material/History';
import { lazy } from 'react';

import type { Module } from '../module';

const AuditList = lazy(() => import('./AuditList'));

export const audit: Module = {
  menu: [
    { to: '/audit', label: 'audit.menu', icon: <HistoryIcon />, right: 'audit.list_entries' },
  ],
  resources: [{ name: 'audit', list: AuditList }],
};
