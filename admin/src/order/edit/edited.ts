import { changed } from '../../data/changed';
import type { Field } from '../editable';
import type { Order } from '../types';

const FIELDS = [
  'customer_name',
  'phone',
  'customer_email',
  'recipient_name',
  'recipient_phone',
  'delivery_type',
  'delivery_address',
  'delivery_date',
  'delivery_time',
  'delivery_notes',
  'pickup_address',
  'payment_method',
  'comment',
  'postcard_text',
  'is_surprise',
  'anonymous_sender',
  'ask_delivery_address',
  'ask_delivery_time',
] as const satisfies Field[];

type Fields = Record<string, unknown>;

/** What somebody changed in the form: only that is sent, so that what others changed meanwhile stays. */
export const editedFields = (form: Fields, opened: Order): Partial<Order> => {
  const asked = FIELDS.filter((field) => form[field] !== undefined); // a disabled field has no value
  return changed(ofForm(form, asked), ofForm(opened));
};

/** What others changed since the order was opened, and which of that is in the form too with another value. */
export const changedMeanwhile = (opened: Order, now: Order, mine: Fields) => {
  const theirs = changed(ofForm(now), ofForm(opened));
  const fields = Object.keys(theirs);
  return { fields, both: fields.filter((field) => field in mine && mine[field] !== theirs[field]) };
};

const ofForm = (values: object, fields: readonly Field[] = FIELDS): Fields =>
  Object.fromEntries(fields.map((field) => [field, tidy((values as Fields)[field])]));

const tidy = (value: unknown): unknown => (typeof value === 'string' ? value.trim() || null : (value ?? null));
