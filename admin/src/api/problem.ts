import { HttpError } from 'ra-core';

import { fieldMessage } from './fieldMessage';
import type { Schemas } from './types';

type Tree = { [field: string]: string | Tree };

/** What react-admin shows: `message` as a notification, `body.errors` beside the fields of the form; `body.all` is all that was said. */
export const problemOf = async (response: Response): Promise<HttpError> => {
  const said: Partial<Schemas['Error']> = await response.json().catch(() => ({}));
  const detail = said.detail ?? `app.error.http.${response.status >= 500 ? 'server' : 'other'}`;
  return new HttpError(detail, response.status, {
    ...(said.errors && { errors: byField(said.errors as Record<string, string[]>), all: Object.values(said.errors).flat() }),
    requestId: said.request_id ?? response.headers.get('X-Request-ID'),
  });
};

export const unreachable = (): HttpError => new HttpError('app.error.offline', 0, {});

/** {"items.0.quantity": ["..."]} as {items: {0: {quantity: "..."}}}, which is how forms name their fields. */
export const byField = (errors: Record<string, string[]>): Tree => {
  const tree: Tree = {};
  for (const [path, messages] of Object.entries(errors)) put(tree, path.split('.'), fieldMessage(messages));
  return tree;
};

const put = (tree: Tree, [first = '', ...rest]: string[], message: string): void => {
  if (rest.length === 0) {
    tree[first] ??= message;
    return;
  }
  const below = tree[first];
  put(typeof below === 'object' ? below : ((tree[first] = {}) as Tree), rest, message);
};
