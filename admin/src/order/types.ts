import type { Schemas } from '../api/types';

export type Order = Schemas['WholeOrder'];
export type Status = Order['status'];
export type DeliveryType = Order['delivery_type'];

type PaymentMethod = NonNullable<Order['payment_method']>;
const PAYMENTS: Record<PaymentMethod, true> = { kaspi: true, card: true, cash: true };
export const PAYMENT_METHODS = Object.keys(PAYMENTS) as PaymentMethod[];
