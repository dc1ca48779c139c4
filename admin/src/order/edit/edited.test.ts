import { expect, it } from 'vitest';

import type { Order } from '../types';
import { changedMeanwhile, editedFields } from './edited';

const opened = { customer_name: 'Алия', comment: null, delivery_time: '11:00-13:00', version: 3 } as Order;

it('sends only what was changed in the form', () => {
  expect(editedFields({ ...opened, comment: ' Позвонить ' }, opened)).toEqual({ comment: 'Позвонить' });
});

it('does not take emptiness for a change', () => {
  expect(editedFields({ ...opened, comment: '' }, opened)).toEqual({});
});

it('leaves alone what could not be edited any more', () => {
  expect(editedFields({ comment: 'Позвонить', customer_name: undefined }, opened)).toEqual({ comment: 'Позвонить' });
});

it('tells what others changed meanwhile, and what both did', () => {
  const now = { ...opened, customer_name: 'Алия С.', delivery_time: '13:00-15:00', version: 4 };
  expect(changedMeanwhile(opened, now, { delivery_time: '15:00-17:00' })).toEqual({
    fields: ['customer_name', 'delivery_time'],
    both: ['delivery_time'],
  });
});
