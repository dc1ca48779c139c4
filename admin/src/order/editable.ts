import type { Order, Status } from './types';

export type Field = keyof Omit<
  Order,
  'items' | 'notes' | 'photo' | 'sync' | 'id' | 'uuid' | 'shop_id' | 'version' | 'created_at' | 'updated_at'
>;

const AT_ANY_TIME: Field[] = ['comment'];
/** These are cut or written once the order is assembled. */
const UNTIL_ASSEMBLED: Field[] = ['delivery_type', 'postcard_text', 'is_surprise', 'anonymous_sender'];

/** Whether staff may still change a field; the API refuses the rest with a 409. */
export const isEditable = (field: Field, status: Status): boolean => {
  if (status === 'delivered' || status === 'cancelled') return AT_ANY_TIME.includes(field);
  return !UNTIL_ASSEMBLED.includes(field) || status === 'new' || status === 'paid' || status === 'accepted';
};

const SHARED: Field[] = [
  'customer_name',
  'phone',
  'recipient_name',
  'recipient_phone',
  'delivery_address',
  'delivery_date',
  'delivery_time',
];

/** Whether the site keeps the field too. It has no call for an edit, so that people enter it there by hand. */
export const isShared = (field: Field): boolean => SHARED.includes(field);
