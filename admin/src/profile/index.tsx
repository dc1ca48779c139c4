import { lazy } from 'react';

import type { Module } from '../module';

const ProfilePage = lazy(() => import('./ProfilePage'));

/** Reached from the user menu, not from the sidebar. */
export const profile: Module = {
  menu: [],
  routes: [{ path: '/profile', right: 'profile.show', element: <ProfilePage /> }],
};
