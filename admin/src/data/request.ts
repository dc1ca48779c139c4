import { api } from '../api/client';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
export type Fields = Record<string, unknown>;

interface Parts {
  /** Values for the names in the path's braces; one that is not there gets `id`. */
  path?: Fields;
  id?: unknown;
  query?: Fields;
  body?: Fields;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/**
 * A call whose path comes from the table of resources. The table is typed by the contract; which fields belong to
 * which path cannot be, as react-admin's records are not.
 */
export const request = async <T = Fields,>(method: Method, path: string, parts: Parts = {}): Promise<T> => {
  const { id, path: given, query, body, headers, signal } = parts;
  const options = { params: { path: namesOf(path, given, id), query: withoutNothing(query) }, body, headers, signal };
  const call = api.request as (method: string, path: string, options: object) => Promise<{ data?: T }>;
  return (await call(method, path, options)).data as T;
};

const namesOf = (path: string, given: Fields = {}, id?: unknown): Fields =>
  Object.fromEntries([...path.matchAll(/{(\w+)}/g)].map(([, name = '']) => [name, given[name] ?? id]));

const withoutNothing = (query: Fields = {}): Fields =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== '' && value !== null && value !== undefined));
