import { isBack, stepsFor } from '../order/steps';
import type { Order, Status } from './types';

type Standing = Pick<Order, 'status' | 'delivery_type'>;

/** Where the work on an order leads next, and null where it is over or the role may not take it there. */
export const nextStep = (order: Standing, role: string | undefined): Status | null =>
  stepsFor(order, role).find((step) => !isBack(order.status, step)) ?? null;
