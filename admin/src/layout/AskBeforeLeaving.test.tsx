import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Form, TestTranslationProvider } from 'ra-core';
import { TextInput } from 'ra-ui-materialui';
import { createMemoryRouter, Link, RouterProvider } from 'react-router-dom';
import { beforeEach, expect, it, vi } from 'vitest';

import { session } from '../api/session';
import type { Schemas } from '../api/types';
import { FormGuard } from '../ui/FormGuard';
import { AskBeforeLeaving } from './AskBeforeLeaving';

const save = vi.fn();

const page = (
  <TestTranslationProvider translate={(key: string) => key}>
    <AskBeforeLeaving />
    {['one', 'other'].map((name) => (
      <Form key={name} record={{}} onSubmit={(values: object) => save(values)}>
        <FormGuard />
        <TextInput source={name} label={name} />
        <button type="submit">save {name}</button>
      </Form>
    ))}
    <Link to="/away">away</Link>
    <Link to="?filter=x">filter</Link>
  </TestTranslationProvider>
);

const open = () =>
  render(
    <RouterProvider
      router={createMemoryRouter(
        [
          { path: '/form', element: page },
          { path: '/away', element: 'gone' },
        ],
        { initialEntries: ['/form'] },
      )}
    />,
  );

const type = (label: string, value = 'typed') => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const leave = () => fireEvent.click(screen.getByText('away'));
const asked = () => screen.findByText('app.unsaved.title');

beforeEach(() => {
  save.mockReset();
  session.enter({ access_token: 'token', user: { id: 1 } } as Schemas['Token']);
});

it('lets go of a page on which nothing was typed', async () => {
  open();
  leave();
  expect(await screen.findByText('gone')).toBeTruthy();
});

it.each(['one', 'other'])('asks before what was typed into form %s is lost', async (form) => {
  open();
  type(form);
  leave();
  await asked();
  fireEvent.click(screen.getByText('app.unsaved.stay'));
  await waitFor(() => expect(screen.queryByText('app.unsaved.title')).toBeNull());
  expect(screen.getByLabelText<HTMLInputElement>(form).value).toBe('typed');
  leave();
  await asked();
  fireEvent.click(screen.getByText('app.unsaved.leave'));
  expect(await screen.findByText('gone')).toBeTruthy();
});

it('does not take a form for saved that was refused, and lets it be sent again', async () => {
  save.mockResolvedValueOnce({ nowhere: 'refused' });
  open();
  type('one');
  fireEvent.click(screen.getByText('save one'));
  expect(await screen.findByText(/refused/)).toBeTruthy();
  leave();
  await asked();
  fireEvent.click(screen.getByText('app.unsaved.stay'));
  fireEvent.click(screen.getByText('save one'));
  await waitFor(() => expect(save).toHaveBeenCalledTimes(2));
});

it('takes another filter for the same page, and asks nobody who has signed out', async () => {
  open();
  type('one');
  fireEvent.click(screen.getByText('filter'));
  expect(screen.queryByText('app.unsaved.title')).toBeNull();
  session.forget();
  leave();
  expect(await screen.findByText('gone')).toBeTruthy();
});
