import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { api } from './client';
import { chosenShop, inChosenShop } from './chosenShop';
import { session } from './session';

const signIn = (is_superadmin: boolean) =>
  session.enter({ access_token: 'token', user: { is_superadmin, rights: [] } } as never);

beforeEach(() => chosenShop.set({ id: 8, name: 'Другой' }));
afterEach(() => {
  chosenShop.set(null);
  session.forget();
});

it('sends what a superadmin does into the shop they chose', async () => {
  signIn(true);
  const sent = vi.fn<typeof fetch>(async () => Response.json({}));
  vi.stubGlobal('fetch', sent);
  await api.PUT('/api/v1/shop/settings', { body: { name: 'Цветы' } });
  const request = sent.mock.calls[0]?.[0] as Request;
  expect(new URL(request.url).search).toBe('?shop_id=8');
  expect(await request.json()).toEqual({ name: 'Цветы' });
});

it('leaves alone what is above shops or names one itself', () => {
  signIn(true);
  for (const path of ['/api/v1/superadmin/users', '/api/v1/superadmin/orders?status=new', '/api/v1/shop/settings/public?shop_id=1']) {
    expect(inChosenShop(path)).toBe(path);
  }
});

it('is for superadmins only, whoever had the tab before', () => {
  signIn(false);
  expect(chosenShop.get()).toBeNull();
  expect(inChosenShop('/api/v1/orders/')).toBe('/api/v1/orders/');
});
