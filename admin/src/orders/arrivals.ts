import type { Order } from './types';

export const MARKED_MS = 20_000;
/** Clocks differ, and an order of the site comes here a moment after it was made. */
const LENIENCE_MS = 60_000;

/** Remembers when each order was first seen: what was made after the panel was opened is new for a moment. */
export const arrivals = (opened: number) => {
  const seen = new Map<number, number>();
  return (order: Pick<Order, 'id' | 'created_at'>, now: number): boolean => {
    if (Date.parse(order.created_at) < opened - LENIENCE_MS) return false;
    const first = seen.get(order.id) ?? now;
    seen.set(order.id, first);
    return first > opened && now - first < MARKED_MS;
  };
};
