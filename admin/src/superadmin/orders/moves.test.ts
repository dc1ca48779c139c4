import { expect, it } from 'vitest';

import { isOver, moves, STATUSES, stepName } from './moves';

it('gives out without a courier only what the customer fetches', () => {
  expect(moves({ status: 'assembled', delivery_type: 'pickup' })).toContain('delivered');
  expect(moves({ status: 'assembled', delivery_type: 'scheduled' })).not.toContain('delivered');
  expect(moves({ status: 'in_delivery', delivery_type: 'scheduled' })).toContain('delivered');
});

it('leads nowhere from an order that is over', () => {
  expect(STATUSES.filter(isOver)).toEqual(['delivered', 'cancelled']);
});

it('tells going back from getting there', () => {
  expect(stepName('assembled', 'accepted')).toBe('superadmin.order.back.accepted');
  expect(stepName('new', 'accepted')).toBe('superadmin.order.move.accepted');
  expect(stepName('in_delivery', 'cancelled')).toBe('superadmin.order.move.cancelled');
});
