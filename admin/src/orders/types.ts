import type { Schemas } from '../api/types';

export type Order = Schemas['Order'];
export type Status = Order['status'];

/** In the order of an order's life; one more or less in the contract does not compile here. */
const LIFE: Record<Status, true> = {
  new: true,
  paid: true,
  accepted: true,
  assembled: true,
  in_delivery: true,
  delivered: true,
  cancelled: true,
};
export const STATUSES = Object.keys(LIFE) as Status[];

const TYPES: Record<Order['delivery_type'], true> = { scheduled: true, express: true, pickup: true };
export const DELIVERY_TYPES = Object.keys(TYPES) as Order['delivery_type'][];

/** Statuses that nothing comes after. */
export const isOver = (status: Status): boolean => status === 'delivered' || status === 'cancelled';
