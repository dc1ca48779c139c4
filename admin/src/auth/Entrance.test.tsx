import { CircularProgress } from '@mui/material';
import { render, screen } from '@testing-library/react';
import polyglotI18nProvider from 'ra-i18n-polyglot';
import { AdminContext } from 'ra-ui-materialui';
import { expect, it } from 'vitest';

import { english } from '../i18n/en';
import { russian } from '../i18n/ru';
import { Entrance } from './Entrance';

it.each([
  ['ru', russian],
  ['en', english],
])('speaks %s to who waits and sees nothing', async (locale, texts) => {
  render(
    <AdminContext i18nProvider={polyglotI18nProvider(() => texts, locale)}>
      <Entrance title="app.login.title">
        <CircularProgress />
      </Entrance>
    </AdminContext>,
  );
  expect(await screen.findByRole('progressbar', { name: texts.ra.page.loading })).toBeTruthy();
});
