import type { DataProvider, GetListParams, Identifier, RaRecord } from 'ra-core';

import { once } from '../api/once';
import { changed } from './changed';
import { request, type Fields } from './request';
import type { Resource } from './resource';
import { resources } from './resources';

interface Page {
  items: Fields[];
  total: number;
  next: string | null;
}
type Meta = { path?: Fields; query?: Fields } | undefined;

const MOST_OF_A_PAGE = 100;

const resourceOf = (name: string): Resource => {
  const resource = resources[name];
  if (!resource) throw new Error(`No resource ${name}`);
  return resource;
};

const routeOf = <R,>(route: R | undefined, name: string, action: string): R => {
  if (!route) throw new Error(`The API has no route to ${action} ${name}`);
  return route;
};

const toRecord = (row: Fields, { key = 'id' }: Resource): RaRecord => ({ ...row, id: row[key] as Identifier });

const rows = async (name: string, { pagination, sort, filter, meta, signal }: GetListParams & { signal?: AbortSignal }) => {
  const resource = resourceOf(name);
  const { path, query } = (meta as Meta) ?? {};
  const paging = { page: pagination?.page ?? 1, limit: pagination?.perPage ?? 20 };
  const order = sort && resource.sort ? resource.sort(sort) : {};
  const asked = resource.filter ? resource.filter(filter) : filter;
  const page = await request<Page>('get', resource.list, {
    path,
    query: { ...paging, ...order, ...query, ...asked },
    signal,
  });
  return { data: page.items.map((row) => toRecord(row, resource)), total: page.total };
};

const among = async (name: string, ids: Identifier[], meta: Meta): Promise<RaRecord[]> => {
  const resource = resourceOf(name);
  const wanted = new Set(ids.map(String));
  const found: RaRecord[] = [];
  for (let cursor: string | null | undefined; cursor !== null && found.length < wanted.size; ) {
    const query: Fields = { limit: MOST_OF_A_PAGE, cursor, ...meta?.query };
    const page: Page = await request<Page>('get', resource.list, { path: meta?.path, query });
    found.push(...page.items.map((row) => toRecord(row, resource)).filter((row) => wanted.has(String(row.id))));
    cursor = page.next;
  }
  return found;
};

const one = async (name: string, id: Identifier, meta: Meta): Promise<RaRecord> => {
  const resource = resourceOf(name);
  if (resource.one) return toRecord(await request('get', resource.one, { id, ...meta }), resource);
  const [row] = await among(name, [id], meta);
  if (!row) throw Object.assign(new Error('Not found'), { status: 404 });
  return row;
};

const remove = async (name: string, id: Identifier, meta: Meta): Promise<void> => {
  await request('delete', routeOf(resourceOf(name).delete, name, 'delete'), { id, ...meta });
};

const edit = async (name: string, id: Identifier, data: Fields, before: Fields, meta: Meta): Promise<RaRecord> => {
  const resource = resourceOf(name);
  const update = routeOf(resource.update, name, 'edit');
  const body = resource.body ? resource.body(data, before) : changed(data, before);
  const version = resource.versioned && { version: before.version };
  const [method, path] = 'put' in update ? (['put', update.put] as const) : (['patch', update.patch] as const);
  const row = await request<Fields | undefined>(method, path, { id, ...meta, body: { ...body, ...version } });
  return toRecord({ ...before, ...data, id, ...row }, resource);
};

/* eslint-disable @typescript-eslint/no-explicit-any -- react-admin's records are of whatever type the caller says */
export const dataProvider = {
  supportAbortSignal: true,
  getList: (name, params) => rows(name, params) as any,
  getOne: async (name, { id, meta }) => ({ data: (await one(name, id, meta)) as any }),
  getMany: async (name, { ids, meta }) => {
    const { one: path } = resourceOf(name);
    const data = path ? await Promise.all(ids.map((id) => one(name, id, meta))) : await among(name, ids, meta);
    return { data: data as any };
  },
  getManyReference: (name, { target, id, ...params }) =>
    rows(name, { ...params, meta: { path: { [target]: id }, query: { [target]: id }, ...params.meta } }) as any,
  create: async (name, { data, meta }) => {
    const resource = resourceOf(name);
    const path = routeOf(resource.create, name, 'create');
    const body = resource.body ? resource.body(data as Fields) : (data as Fields);
    const row = await once({ path, body, meta }, (key) =>
      request('post', path, { ...meta, body, headers: { 'Idempotency-Key': key } }),
    );
    return { data: toRecord(row, resource) as any };
  },
  update: async (name, { id, data, previousData, meta }) => ({
    data: (await edit(name, id, data as Fields, previousData ?? {}, meta)) as any,
  }),
  updateMany: async (name, { ids, data, meta }) => {
    await Promise.all(ids.map((id) => edit(name, id, data as Fields, {}, meta)));
    return { data: ids };
  },
  delete: async (name, { id, previousData, meta }) => {
    await remove(name, id, meta);
    return { data: (previousData ?? { id }) as any };
  },
  deleteMany: async (name, { ids, meta }) => {
    await Promise.all(ids.map((id) => remove(name, id, meta)));
    return { data: ids };
  },
} satisfies DataProvider;
