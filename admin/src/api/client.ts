import createClient from 'openapi-fetch';

import { sendAuthorized } from './authorized';
import { inChosenShop } from './chosenShop';
import { problemOf, unreachable } from './problem';
import type { paths } from './schema';

class RequestInShop extends Request {
  constructor(address: RequestInfo | URL, init?: RequestInit) {
    super(typeof address === 'string' ? inChosenShop(address) : address, init);
  }
}

/** The typed client. Every call that does not succeed throws react-admin's HttpError. */
export const api = createClient<paths>({
  baseUrl: window.location.origin,
  Request: RequestInShop,
  fetch: async (request) => {
    const response = await sendAuthorized(request).catch((error: unknown) => {
      throw isAborted(error) ? error : unreachable();
    });
    if (!response.ok) throw await problemOf(response);
    return response;
  },
});

/** `const run = await answer(api.GET('/api/v1/sync/runs/{id}', ...))`: what came back. */
export const answer = async <T,>(call: Promise<{ data?: T }>): Promise<T> => (await call).data as T;

const isAborted = (error: unknown) => error instanceof DOMException && error.name === 'AbortError';
