import type { Schemas } from '../api/types';
import type { DeliveryType } from './types';

export interface DraftLine {
  product_id: number;
  name: string;
  /** Minor units, as it was when it was chosen; the server prices the order. */
  price: number;
  image: string | null;
  quantity: number;
  special_requests: string | null;
}

/** An order while it is being filled in. */
export interface Draft {
  customer_name: string | null;
  phone: string | null;
  customer_email: string | null;
  recipient_name: string | null;
  recipient_phone: string | null;
  delivery_type: DeliveryType;
  delivery_address: string | null;
  delivery_date: string | null;
  delivery_time: string | null;
  delivery_notes: string | null;
  pickup_address: string | null;
  payment_method: Schemas['NewOrder']['payment_method'];
  comment: string | null;
  postcard_text: string | null;
  is_surprise: boolean;
  anonymous_sender: boolean;
  ask_delivery_address: boolean;
  ask_delivery_time: boolean;
  items: DraftLine[];
}

export const EMPTY: Draft = {
  customer_name: null,
  phone: null,
  customer_email: null,
  recipient_name: null,
  recipient_phone: null,
  delivery_type: 'scheduled',
  delivery_address: null,
  delivery_date: null,
  delivery_time: null,
  delivery_notes: null,
  pickup_address: null,
  payment_method: null,
  comment: null,
  postcard_text: null,
  is_surprise: false,
  anonymous_sender: false,
  ask_delivery_address: false,
  ask_delivery_time: false,
  items: [],
};

/** What is sent: nothing of an address that somebody typed before they chose to pick it up, or the other way. */
export const bodyOf = (draft: Draft): Schemas['NewOrder'] => {
  const isPickup = draft.delivery_type === 'pickup';
  const said = Object.fromEntries(Object.entries(draft).map(([field, value]) => [field, trimmed(value)])) as unknown as Draft;
  return {
    ...said,
    customer_name: said.customer_name ?? '',
    phone: said.phone ?? '',
    delivery_address: isPickup ? null : said.delivery_address,
    pickup_address: isPickup ? said.pickup_address : null,
    items: linesOf(draft.items),
  };
};

export const linesOf = (items: DraftLine[]): Schemas['NewOrderLine'][] =>
  items.map(({ product_id, quantity, special_requests }) => ({
    product_id,
    quantity,
    special_requests: special_requests?.trim() || null,
  }));

/** How many bouquets are to be made, which decides how long it takes. */
export const piecesOf = (items: { quantity: number }[]): number =>
  Math.max(items.reduce((sum, { quantity }) => sum + quantity, 0), 1);

/** A product chosen twice is one line of two. */
export const withProduct = (items: DraftLine[], product: Omit<DraftLine, 'quantity' | 'special_requests' | 'product_id'> & { id: number }) => {
  const { id, name, price, image } = product;
  const there = items.findIndex((line) => line.product_id === id && !line.special_requests);
  if (there < 0) return [...items, { product_id: id, name, price, image, quantity: 1, special_requests: null }];
  return items.map((line, i) => (i === there ? { ...line, quantity: line.quantity + 1 } : line));
};

const trimmed = (value: unknown): unknown => (typeof value === 'string' ? value.trim() || null : value);
