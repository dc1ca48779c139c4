import type { Schemas } from '../../api/types';

export type Order = Schemas['Order'];
export type Status = Order['status'];

/** The arrows of the server's table; it is the server that decides, these are what is worth offering. */
const ARROWS: Record<Status, Status[]> = {
  new: ['paid', 'accepted'],
  paid: ['accepted'],
  accepted: ['assembled'],
  assembled: ['in_delivery', 'delivered', 'accepted'],
  in_delivery: ['delivered', 'assembled'],
  delivered: [],
  cancelled: [],
};

export const STATUSES = Object.keys(ARROWS) as Status[];

/** Where an order may go; only what is fetched by the customer is given out without a courier. */
export const moves = ({ status, delivery_type }: Pick<Order, 'status' | 'delivery_type'>): Status[] =>
  ARROWS[status].filter((to) => !(status === 'assembled' && to === 'delivered' && delivery_type !== 'pickup'));

export const isOver = (status: Status): boolean => ARROWS[status].length === 0;

/** The name of a step, a key of the texts: going back is called otherwise than getting there. */
export const stepName = (from: Status, to: Status): string => {
  const back = to !== 'cancelled' && STATUSES.indexOf(to) < STATUSES.indexOf(from);
  return `superadmin.order.${back ? 'back' : 'move'}.${to}`;
};
