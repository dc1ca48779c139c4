import { useQuery } from '@tanstack/react-query';

import { answer, api } from '../api/client';
import type { Countable } from './types';

const MOST_OF_A_PAGE = 100;
/** Orders are placed while somebody counts: what the books say must not be old when a count is taken against it. */
const FRESH_MS = 20_000;

/** All that there is to count, by name, as one walks along a list. */
export const useCountables = () =>
  useQuery({ queryKey: ['inventory', 'countables'], queryFn: ({ signal }) => all(signal), refetchInterval: FRESH_MS });

const all = async (signal: AbortSignal): Promise<Countable[]> => {
  const found: Countable[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const query = { limit: MOST_OF_A_PAGE, cursor };
    const page = await answer(api.GET('/api/v1/inventory/prepare/items', { params: { query }, signal }));
    found.push(...page.items);
    cursor = page.next;
  }
  return found.sort((one, other) => one.name.localeCompare(other.name));
};
