import type { PathsWithMethod } from 'openapi-typescript-helpers';
import type { SortPayload } from 'ra-core';

import type { paths } from '../api/schema';
import type { Right } from '../api/types';

type Fields = Record<string, unknown>;

/** Where react-admin's requests about one kind of rows go, and which rights they take. */
export interface Resource {
  list: PathsWithMethod<paths, 'get'>;
  /** Where there is no route for one row it is looked for in the list. */
  one?: PathsWithMethod<paths, 'get'>;
  create?: PathsWithMethod<paths, 'post'>;
  update?: { put: PathsWithMethod<paths, 'put'> } | { patch: PathsWithMethod<paths, 'patch'> };
  delete?: PathsWithMethod<paths, 'delete'>;
  rights: { list: Right; show?: Right; create?: Right; edit?: Right; delete?: Right };
  /** The query that asks for an order; without it the list comes as the API orders it. */
  sort?: (sort: SortPayload) => Fields;
  /** The query of a filter that the API calls otherwise. */
  filter?: (filter: Fields) => Fields;
  /** The API refuses an edit of a version that somebody else has changed meanwhile. */
  versioned?: boolean;
  /** The body of a creation or an update, where it is not just what is new. */
  body?: (now: Fields, before?: Fields) => Fields;
  /** The list's rows lack fields that the whole has. */
  shortRows?: boolean;
  /** A name of the row's key other than `id`. */
  key?: string;
}

export type Resources = Record<string, Resource>;
