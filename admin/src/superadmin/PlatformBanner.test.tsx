import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Form, TestTranslationProvider } from 'ra-core';
import { TextInput } from 'ra-ui-materialui';
import { createMemoryRouter, RouterProvider } from 'react-router-dom';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { chosenShop } from '../api/chosenShop';
import { session } from '../api/session';
import { AskBeforeLeaving } from '../layout/AskBeforeLeaving';
import { FormGuard } from '../ui/FormGuard';
import { PlatformBanner } from './PlatformBanner';

const page = (
  <QueryClientProvider client={new QueryClient()}>
    <TestTranslationProvider translate={(key: string) => key}>
      <PlatformBanner />
      <AskBeforeLeaving />
      <Form record={{}}>
        <FormGuard />
        <TextInput source="name" label="name" />
      </Form>
    </TestTranslationProvider>
  </QueryClientProvider>
);

const inside = () => screen.findByText('superadmin.banner.inside');
const press = (text: string) => fireEvent.click(screen.getByText(text));

beforeEach(() => {
  session.enter({ access_token: 'token', user: { id: 1, is_superadmin: true, rights: [] } } as never);
  chosenShop.set({ id: 8, name: 'Другой' });
  render(<RouterProvider router={createMemoryRouter([{ path: '*', element: page }], { initialEntries: ['/shop'] })} />);
});
afterEach(() => {
  chosenShop.set(null);
  session.forget();
});

it('leaves a shop for the list of all', async () => {
  await inside();
  press('superadmin.banner.leave');
  expect(await screen.findByText('superadmin.banner.above')).toBeTruthy();
  expect(chosenShop.get()).toBeNull();
});

it('stays in the shop whose form is half filled until it is said to leave', async () => {
  await inside();
  fireEvent.change(screen.getByLabelText('name'), { target: { value: 'typed' } });
  press('superadmin.banner.leave');
  await screen.findByText('app.unsaved.title');
  expect(chosenShop.get()?.id).toBe(8);
  press('app.unsaved.stay');
  await waitFor(() => expect(screen.queryByText('app.unsaved.title')).toBeNull());
  expect(chosenShop.get()?.id).toBe(8);

  press('superadmin.banner.leave');
  await screen.findByText('app.unsaved.title');
  press('app.unsaved.leave');
  await waitFor(() => expect(chosenShop.get()).toBeNull());
});
