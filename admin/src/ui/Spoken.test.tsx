import { Autocomplete, CircularProgress, Rating, TextField } from '@mui/material';
import { render, screen } from '@testing-library/react';
import { CoreAdminContext } from 'ra-core';
import polyglotI18nProvider from 'ra-i18n-polyglot';
import { expect, it } from 'vitest';

import { russian } from '../i18n/ru';
import { Spoken } from './Spoken';

it('says in the language of the page what MUI says by itself', async () => {
  render(
    <CoreAdminContext i18nProvider={polyglotI18nProvider(() => russian, 'ru')}>
      <Spoken>
        <CircularProgress />
        <Rating readOnly value={5} />
        <Autocomplete options={[]} renderInput={(props) => <TextField {...props} />} />
      </Spoken>
    </CoreAdminContext>,
  );
  expect(await screen.findByRole('progressbar', { name: russian.ra.page.loading })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Открыть' })).toBeTruthy();
  expect(screen.getByRole('img', { name: '5 Звёзд' })).toBeTruthy();
});
