import type { Order, Status } from './types';

type Standing = Pick<Order, 'status' | 'delivery_type'>;

const FLORISTS_SET: Status[] = ['paid', 'accepted', 'assembled'];

/** Where the work on an order leads next, and null where it is over or the role may not take it there. */
export const nextStep = (order: Standing, role: string): Status | null => {
  const next = stepAfter(order);
  return next && mayMove(role, order.status, next) ? next : null;
};

const stepAfter = ({ status, delivery_type }: Standing): Status | null => {
  switch (status) {
    case 'new':
    case 'paid':
      return 'accepted';
    case 'accepted':
      return 'assembled';
    case 'assembled':
      return delivery_type === 'pickup' ? 'delivered' : 'in_delivery';
    case 'in_delivery':
      return 'delivered';
    case 'delivered':
    case 'cancelled':
      return null;
  }
};

const mayMove = (role: string, from: Status, to: Status): boolean => {
  if (role === 'courier') return from === 'in_delivery' && to === 'delivered';
  if (role === 'florist') return FLORISTS_SET.includes(to);
  return role === 'manager' || role === 'director';
};
