import type { Order } from './types';

interface Sum {
  /** A key of the texts. */
  label: string;
  value: number;
}

/** What an order costs, so that the lines add up: the site prices its own deliveries and tells only the total. */
export const sumsOf = ({ subtotal, delivery_cost, total }: Pick<Order, 'subtotal' | 'delivery_cost' | 'total'>): Sum[] => {
  const rest = total - subtotal - delivery_cost;
  return [
    { label: 'order.field.subtotal', value: subtotal },
    { label: 'order.field.delivery_cost', value: delivery_cost + Math.max(rest, 0) },
    ...(rest < 0 ? [{ label: 'order.field.discount', value: rest }] : []),
    { label: 'order.field.total', value: total },
  ];
};
