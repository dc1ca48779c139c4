import type { Schemas } from '../api/types';
import { choices } from '../ui/choices';

export type DeliveryType = Schemas['Order']['delivery_type'];
/** What every question on the page is about. */
export interface Terms {
  items: number;
  delivery_type: DeliveryType;
}

/** One more or less in the contract does not compile here. */
const ALL: Record<DeliveryType, true> = { scheduled: true, express: true, pickup: true };

export const DELIVERY_CHOICES = choices(Object.keys(ALL) as DeliveryType[], 'delivery.type');
export const FIRST: Terms = { items: 1, delivery_type: 'scheduled' };
export const MOST_PIECES = 10_000;

/** A number of pieces that the API takes, whatever is typed. */
export const pieces = (typed: string): number => Math.min(Math.max(Math.trunc(Number(typed)) || 1, 1), MOST_PIECES);

/** "1 ч 40 мин" out of minutes, by keys of the texts. */
export const duration = (minutes: number): { hours: number; minutes: number } => ({
  hours: Math.floor(minutes / 60),
  minutes: minutes % 60,
});
