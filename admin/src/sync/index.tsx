import CallSplitIcon from '@mui/icons-material/CallSplit';
import CompareArrowsIcon from '@mui/icons-material/CompareArrows';
import DashboardIcon from '@mui/icons-material/Dashboard';
import InboxIcon from '@mui/icons-material/Inbox';
import OutboxIcon from '@mui/icons-material/Outbox';
import ScheduleIcon from '@mui/icons-material/Schedule';
import { lazy } from 'react';

import type { Module } from '../module';

const OverviewPage = lazy(() => import('./overview/OverviewPage'));
const EventsList = lazy(() => import('./events/EventsList'));
const EventShow = lazy(() => import('./events/EventShow'));
const OutboxList = lazy(() => import('./outbox/OutboxList'));
const ConflictsList = lazy(() => import('./conflicts/ConflictsList'));
const RunsList = lazy(() => import('./runs/RunsList'));
const RunShow = lazy(() => import('./runs/RunShow'));
const RunCreate = lazy(() => import('./runs/RunCreate'));
const ScheduleList = lazy(() => import('./schedule/ScheduleList'));

export const sync: Module = {
  menu: [
    { to: '/sync/overview', label: 'sync.menu.overview', icon: <DashboardIcon />, right: 'sync.overview' },
    { to: '/sync/events', label: 'sync.menu.events', icon: <InboxIcon />, right: 'sync.list_events' },
    { to: '/sync/outbox', label: 'sync.menu.outbox', icon: <OutboxIcon />, right: 'sync.list_outbox' },
    { to: '/sync/conflicts', label: 'sync.menu.conflicts', icon: <CallSplitIcon />, right: 'sync.list_conflicts' },
    { to: '/sync/runs', label: 'sync.menu.runs', icon: <CompareArrowsIcon />, right: 'sync.list_runs' },
    { to: '/sync/schedule', label: 'sync.menu.schedule', icon: <ScheduleIcon />, right: 'sync.schedule' },
  ],
  resources: [
    { name: 'sync/events', list: EventsList, show: EventShow },
    { name: 'sync/outbox', list: OutboxList },
    { name: 'sync/conflicts', list: ConflictsList },
    { name: 'sync/runs', list: RunsList, show: RunShow, create: RunCreate },
    { name: 'sync/schedule', list: ScheduleList },
  ],
  routes: [{ path: '/sync/overview', right: 'sync.overview', element: <OverviewPage /> }],
};
