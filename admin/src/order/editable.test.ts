import { expect, it } from 'vitest';

import { isEditable } from './editable';

it('takes what was cut or written out of the florist’s reach once it is assembled', () => {
  expect(isEditable('postcard_text', 'accepted')).toBe(true);
  expect(isEditable('postcard_text', 'assembled')).toBe(false);
  expect(isEditable('delivery_address', 'in_delivery')).toBe(true);
});

it('leaves an order that is over only its comment', () => {
  expect(isEditable('delivery_address', 'delivered')).toBe(false);
  expect(isEditable('comment', 'cancelled')).toBe(true);
});
