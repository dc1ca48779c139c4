import type { Entry } from './types';

/** How the value of a field is told. */
export type Kind = 'nothing' | 'money' | 'yes' | 'no' | 'moment' | 'coded' | 'person' | 'list' | 'text';

const MONEY = new Set(['price', 'cost_price', 'retail_price', 'delivery_cost', 'free_delivery_from']);
const PEOPLE = new Set(['user_id', 'owner_id', 'invited_by_id']);
/** Values out of a fixed few, and the texts below which they are told. */
export const CODED: Record<string, string> = { role: 'team.role', status: 'team.status', type: 'products.type' };
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

export const kindOf = (field: string, value: unknown): Kind => {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return MONEY.has(field) ? 'money' : PEOPLE.has(field) ? 'person' : 'text';
  if (Array.isArray(value)) return value.length > 0 ? 'list' : 'nothing';
  if (field in CODED) return 'coded';
  return typeof value === 'string' && MOMENT.test(value) ? 'moment' : 'text';
};

/** Whatever it is, as a text. */
export const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

export interface Change {
  field: string;
  before: unknown;
  after: unknown;
}

/** What an entry tells, by field; of what was created or deleted only what there is, not the fields that were empty. */
export const changesOf = ({ action, changes }: Pick<Entry, 'action' | 'changes'>): Change[] =>
  Object.entries(changes)
    .map(([field, [before, after]]) => ({ field, before, after }))
    .filter(({ field, before, after }) => {
      if (action === 'changed') return true;
      return kindOf(field, before) !== 'nothing' || kindOf(field, after) !== 'nothing';
    });

/** Where the page of a row is; of some there is none. */
export const placeOf = ({ entity, entity_id }: Pick<Entry, 'entity' | 'entity_id'>): string | undefined => {
  switch (entity) {
    case 'product':
      return `/products/${entity_id}`;
    case 'warehouse_item':
      return `/warehouse/${entity_id}/show`;
    case 'user':
      return '/team';
    case 'team_invitation':
      return '/team/invitations';
    case 'shop':
      return '/shop';
    default:
      return undefined;
  }
};
