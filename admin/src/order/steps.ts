import { nextStep } from '../orders/nextStep';
import type { DeliveryType, Status } from './types';

/** Where else an order may go than on; cancelling is asked for apart, with its reason. */
const ARROWS: Record<Status, Status[]> = {
  new: ['accepted', 'paid'],
  paid: ['accepted'],
  accepted: ['assembled'],
  assembled: ['in_delivery', 'accepted'],
  in_delivery: ['delivered', 'assembled'],
  delivered: [],
  cancelled: [],
};
const AS_FLORIST: Status[] = ['paid', 'accepted', 'assembled'];

interface Place {
  status: Status;
  delivery_type: DeliveryType;
}

/** The steps, but for the usual next one, that a role may make with the order now. */
export const otherSteps = (order: Place, role: string): Status[] => {
  if (role === 'courier') return [];
  const next = nextStep(order, role);
  const steps = ARROWS[order.status].filter((step) => step !== next);
  return role === 'florist' ? steps.filter((step) => AS_FLORIST.includes(step)) : steps;
};

/** Whether a step takes the order back. */
export const isBack = (from: Status, to: Status): boolean =>
  (from === 'assembled' && to === 'accepted') || (from === 'in_delivery' && to === 'assembled');

/** Its flowers are not cut yet. */
export const isHeld = (status: Status): boolean => ['new', 'paid', 'accepted'].includes(status);
