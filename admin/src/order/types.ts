import type { Schemas } from '../api/types';

export type Order = Schemas['WholeOrder'];
export type Status = Order['status'];
export type DeliveryType = Order['delivery_type'];
export type Shop = Schemas['Shop'];
export type Member = Schemas['Member'];

const WAYS: Record<DeliveryType, true> = { scheduled: true, express: true, pickup: true };
export const DELIVERY_TYPES = Object.keys(WAYS) as DeliveryType[];

type PaymentMethod = NonNullable<Order['payment_method']>;
const PAYMENTS: Record<PaymentMethod, true> = { kaspi: true, card: true, cash: true };
export const PAYMENT_METHODS = Object.keys(PAYMENTS) as PaymentMethod[];
