import { describe, expect, it } from 'vitest';

import { stepsFor } from './steps';

const delivered = (status: Parameters<typeof stepsFor>[0]['status']) => ({ status, delivery_type: 'scheduled' }) as const;

describe('the steps of an order', () => {
  it('begin with the usual one', () => {
    expect(stepsFor(delivered('new'), 'manager')).toEqual(['accepted', 'paid']);
    expect(stepsFor(delivered('assembled'), 'director')).toEqual(['in_delivery', 'accepted']);
  });

  it('hand over in the shop what is picked up', () => {
    expect(stepsFor({ status: 'assembled', delivery_type: 'pickup' }, 'manager')[0]).toBe('delivered');
  });

  it('take a florist up to assembled', () => {
    expect(stepsFor(delivered('accepted'), 'florist')).toEqual(['assembled']);
    expect(stepsFor(delivered('assembled'), 'florist')).toEqual(['accepted']);
    expect(stepsFor(delivered('in_delivery'), 'florist')).toEqual(['assembled']);
  });

  it('let a courier only hand over', () => {
    expect(stepsFor(delivered('in_delivery'), 'courier')).toEqual(['delivered']);
    expect(stepsFor(delivered('assembled'), 'courier')).toEqual([]);
  });

  it('end with the order', () => {
    expect(stepsFor(delivered('delivered'), 'director')).toEqual([]);
    expect(stepsFor(delivered('cancelled'), 'director')).toEqual([]);
  });
});
