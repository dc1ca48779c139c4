import { answer, api } from '../api/client';
import { once } from '../api/once';
import type { Draft } from './draft';
import type { Countable, WholeCheck } from './types';

/** What was counted of what is on the list still. */
export const save = ({ comment, counts }: Draft, items: Countable[]): Promise<WholeCheck> => {
  const lines = items.flatMap(({ warehouse_item_id }) => {
    const count = counts[warehouse_item_id];
    return count ? [{ warehouse_item_id, ...count }] : [];
  });
  const body = { items: lines, comment: comment.trim() || null };
  return once(body, (key) =>
    answer(api.POST('/api/v1/inventory/', { params: { header: { 'Idempotency-Key': key } }, body })),
  );
};
