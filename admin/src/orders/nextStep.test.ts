import { describe, expect, it } from 'vitest';

import { nextStep } from './nextStep';
import type { Order, Status } from './types';

const step = (role: string, status: Status, delivery_type: Order['delivery_type'] = 'scheduled') =>
  nextStep({ status, delivery_type }, role);

describe('the next step', () => {
  it.each([
    ['new', 'accepted'],
    ['paid', 'accepted'],
    ['accepted', 'assembled'],
    ['assembled', 'in_delivery'],
    ['in_delivery', 'delivered'],
    ['delivered', null],
    ['cancelled', null],
  ] as const)('of a manager from %s is %s', (from, to) => {
    expect(step('manager', from)).toBe(to);
    expect(step('director', from)).toBe(to);
  });

  it('hands over what is fetched without a delivery', () => {
    expect(step('manager', 'assembled', 'pickup')).toBe('delivered');
  });

  it('of a florist ends with the bouquet', () => {
    expect(step('florist', 'new')).toBe('accepted');
    expect(step('florist', 'accepted')).toBe('assembled');
    expect(step('florist', 'assembled')).toBeNull();
    expect(step('florist', 'assembled', 'pickup')).toBeNull();
    expect(step('florist', 'in_delivery')).toBeNull();
  });

  it('of a courier is only the handing over of what is on its way', () => {
    expect(step('courier', 'in_delivery')).toBe('delivered');
    expect(step('courier', 'assembled')).toBeNull();
    expect(step('courier', 'assembled', 'pickup')).toBeNull();
    expect(step('courier', 'accepted')).toBeNull();
  });

  it('is nobody’s whose role is unknown', () => {
    expect(step('gardener', 'new')).toBeNull();
  });
});
