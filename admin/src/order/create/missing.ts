import type { Draft } from '../draft';

/** What the API would ask for anyway, said before it is sent. */
export const missing = (draft: Partial<Draft>): Record<string, string> => {
  const errors: Record<string, string> = {};
  if (!draft.customer_name?.trim()) errors.customer_name = 'ra.validation.required';
  if (!draft.phone?.trim()) errors.phone = 'ra.validation.required';
  if (!draft.items?.length) errors.items = 'order.create.no_items';
  return errors;
};
