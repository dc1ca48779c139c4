import { beforeEach, expect, it, vi } from 'vitest';

import { session } from '../api/session';
import { dataProvider } from './dataProvider';

const sent: Request[] = [];
let answers: (() => Response)[] = [];
const fetch = async (request: Request) => {
  sent.push(request.clone());
  return answers.shift()?.() ?? Response.json({ id: 7, version: 4 });
};

const query = (request?: Request) => Object.fromEntries(new URL(request?.url ?? '').searchParams);
const page = (items: object[], next: string | null = null) => () => Response.json({ items, total: 41, next });

beforeEach(() => {
  vi.stubGlobal('fetch', fetch);
  sent.length = 0;
  answers = [];
  session.forget();
});

it('asks for a page, the filters that are set and an order that the API knows', async () => {
  answers = [page([{ id: 1 }])];
  const { data, total } = await dataProvider.getList('orders', {
    pagination: { page: 2, perPage: 20 },
    sort: { field: 'created_at', order: 'DESC' },
    filter: { status: 'new', search: '', courier: null },
  });
  expect([data, total]).toEqual([[{ id: 1 }], 41]);
  expect(query(sent[0])).toEqual({ page: '2', limit: '20', status: 'new', sort: '-created_at' });
});

it('asks for no order that the API does not know', async () => {
  answers = [page([])];
  await dataProvider.getList('products', { sort: { field: 'id', order: 'DESC' } });
  expect(query(sent[0])).toEqual({ page: '1', limit: '20' });
});

it('sends of an edit only what has changed, and the version that was seen', async () => {
  const before = { id: 7, name: 'Розы', price: 100, tags: ['a'], version: 3 };
  await dataProvider.update('products', { id: 7, data: { ...before, price: 200 }, previousData: before });
  expect([sent[0]?.method, new URL(sent[0]?.url ?? '').pathname]).toEqual(['PUT', '/api/v1/products/7']);
  expect(await sent[0]?.json()).toEqual({ price: 200, version: 3 });
});

it('hands on what is wrong with the fields', async () => {
  answers = [() => Response.json({ detail: 'Some fields are wrong', errors: { price: ['Not a valid integer.'] } }, { status: 422 })];
  const creation = dataProvider.create('products', { data: { price: 'x' } });
  await expect(creation).rejects.toMatchObject({ status: 422, body: { errors: { price: 'Not a valid integer.' } } });
});

it('creates once, however often an answer gets lost', async () => {
  answers = [() => Response.error(), () => Response.json({ id: 8 })];
  const create = () => dataProvider.create('products', { data: { name: 'Розы' } });
  await create().catch(() => undefined);
  expect(await create()).toEqual({ data: { id: 8 } });
  const [first, second] = sent.map(({ headers }) => headers.get('Idempotency-Key'));
  expect(first).toBeTruthy();
  expect(second).toBe(first);
});

it('finds a row without a route of its own in the list', async () => {
  answers = [page([{ id: 1 }], 'further'), page([{ id: 2, name: 'Сауле' }])];
  expect(await dataProvider.getOne('team', { id: 2 })).toEqual({ data: { id: 2, name: 'Сауле' } });
  expect(query(sent[1])).toEqual({ limit: '100', cursor: 'further' });
});

it('knows rows whose key is called otherwise', async () => {
  answers = [page([{ name: 'reconcile', enabled: true }])];
  const { data } = await dataProvider.getList('sync/schedule', {});
  expect(data[0]).toMatchObject({ id: 'reconcile' });
});
