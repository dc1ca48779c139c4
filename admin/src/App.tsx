import { lazy, Suspense } from 'react';
import { Admin, CustomRoutes, Resource } from 'react-admin';
import { createBrowserRouter, Route, RouterProvider } from 'react-router-dom';

import { authProvider } from './auth/authProvider';
import { LoginPage } from './auth/LoginPage';
import { dataProvider } from './data/dataProvider';
import { queryClient } from './data/queryClient';
import { i18nProvider } from './i18n/i18nProvider';
import { Broken } from './layout/Broken';
import { Denied } from './layout/Denied';
import { Guarded } from './layout/Guarded';
import { Layout } from './layout/Layout';
import { NotFound } from './layout/NotFound';
import { modules } from './modules';
import { darkTheme, lightTheme } from './theme';

const RegisterPage = lazy(() => import('./auth/RegisterPage'));
const AcceptInvitationPage = lazy(() => import('./auth/AcceptInvitationPage'));

const resources = modules.flatMap((module) => module.resources ?? []);
const routes = modules.flatMap((module) => module.routes ?? []);

const Panel = () => (
  <Admin
    title="Cvety"
    requireAuth
    disableTelemetry
    authProvider={authProvider}
    dataProvider={dataProvider}
    queryClient={queryClient}
    i18nProvider={i18nProvider}
    layout={Layout}
    loginPage={LoginPage}
    catchAll={NotFound}
    accessDenied={Denied}
    error={Broken}
    theme={lightTheme}
    darkTheme={darkTheme}
  >
    {resources.map((resource) => (
      <Resource key={resource.name} {...resource} />
    ))}
    <CustomRoutes>
      {routes.map(({ path, right, element }) => (
        <Route key={path} path={path} element={<Guarded right={right}>{element}</Guarded>} />
      ))}
    </CustomRoutes>
    <CustomRoutes noLayout>
      <Route path="/register" element={<Suspense><RegisterPage /></Suspense>} />
      <Route path="/accept-invitation" element={<Suspense><AcceptInvitationPage /></Suspense>} />
    </CustomRoutes>
  </Admin>
);

/** A data router: only such a one can be held back where a form is half filled. */
const router = createBrowserRouter([{ path: '*', element: <Panel /> }], { basename: '/admin' });

export const App = () => <RouterProvider router={router} />;
