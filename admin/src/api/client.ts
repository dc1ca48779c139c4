import createClient from 'openapi-fetch';

import { sendAuthorized } from './authorized';
import { problemOf, unreachable } from './problem';
import type { paths } from './schema';

/** The typed client. Every call that does not succeed throws react-admin's HttpError. */
export const api = createClient<paths>({
  baseUrl: window.location.origin,
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
