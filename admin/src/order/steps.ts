import type { Person } from '../api/types';
import type { DeliveryType, Status } from './types';

/** Where an order may go, what comes next first; cancelling is asked for apart, with its reason. */
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

/** The steps that the person may make with the order now; the first is the usual one. */
export const stepsFor = ({ status, delivery_type }: Place, role: Person['role'] | undefined): Status[] => {
  const arrows = status === 'assembled' && delivery_type === 'pickup' ? withHandover() : ARROWS[status];
  if (role === 'courier') return status === 'in_delivery' ? ['delivered'] : [];
  if (role === 'florist') return arrows.filter((step) => AS_FLORIST.includes(step));
  return role ? arrows : [];
};

/** Who picks up is handed the bouquet in the shop. */
const withHandover = (): Status[] => ['delivered', ...ARROWS.assembled];

/** Whether a step goes back, where a florist or courier should look twice. */
export const isBack = (from: Status, to: Status): boolean =>
  (from === 'assembled' && to === 'accepted') || (from === 'in_delivery' && to === 'assembled');

export const isOver = (status: Status): boolean => status === 'delivered' || status === 'cancelled';

/** Its flowers are not cut yet. */
export const isHeld = (status: Status): boolean => ['new', 'paid', 'accepted'].includes(status);
