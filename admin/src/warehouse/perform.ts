import { answer, api } from '../api/client';
import { once } from '../api/once';
import type { Deed, Item } from './types';

export interface Performed {
  quantity: number;
  reason?: string;
  cost_price?: number;
}

/** Books an operation, once however often it is sent. */
export const perform = (item_id: number, deed: Deed, given: Performed): Promise<Item> =>
  once({ item_id, deed, given }, (key) => {
    const params = { path: { item_id }, header: { 'Idempotency-Key': key } };
    const { quantity, reason, cost_price } = given;
    switch (deed) {
      case 'delivery':
        return answer(api.POST('/api/v1/warehouse/{item_id}/delivery', { params, body: { quantity, reason, cost_price } }));
      case 'writeoff':
        return answer(api.POST('/api/v1/warehouse/{item_id}/writeoff', { params, body: { quantity, reason: reason ?? '' } }));
      case 'sale':
        return answer(api.POST('/api/v1/warehouse/{item_id}/sale', { params, body: { quantity, reason } }));
    }
  });
