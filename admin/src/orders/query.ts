import type { paths } from '../api/schema';
import { dayAfter } from '../ui/day';

type Query = NonNullable<paths['/api/v1/orders/']['get']['parameters']['query']>;

/** What the list is narrowed down by. `delivery` is a day that moves on with the calendar, also where it is kept. */
export interface Filter {
  status?: Query['status'];
  search?: string;
  delivery?: 'today' | 'tomorrow';
  delivery_from?: string;
  delivery_to?: string;
  type?: Query['type'];
  responsible?: number;
  courier?: number;
  assigned_to_me?: boolean;
  problem?: boolean;
}

/** The filter as the API has it. `today` is the shop's date, as YYYY-MM-DD. */
export const toQuery = ({ search = '', delivery, assigned_to_me, ...rest }: Filter, today: string): Query => ({
  ...rest,
  ...(delivery && dayOf(delivery === 'today' ? today : dayAfter(today))),
  ...(assigned_to_me && { assigned_to_me }),
  ...spoken(search.trim()),
});

const dayOf = (day: string): Query => ({ delivery_from: day, delivery_to: day });

const spoken = (words: string): Query => {
  if (!words) return {};
  return isPhone(words) ? { phone: words } : { search: words };
};

/** Numbers, tracking ids (9 digits) and Bitrix ids are found by `search`, phones by a filter of their own. */
const isPhone = (words: string): boolean => {
  if (!/^[+\d][\d\s()-]*$/.test(words)) return false;
  const digits = words.replace(/\D/g, '').length;
  return words.startsWith('+') || digits === 7 || digits >= 10;
};
