import { describe, expect, it } from 'vitest';

import { otherSteps } from './steps';

const at = (status: Parameters<typeof otherSteps>[0]['status'], delivery_type: 'scheduled' | 'pickup' = 'scheduled') => ({
  status,
  delivery_type,
});

describe('the steps beside the next one', () => {
  it('are paying and going back', () => {
    expect(otherSteps(at('new'), 'manager')).toEqual(['paid']);
    expect(otherSteps(at('assembled'), 'director')).toEqual(['accepted']);
    expect(otherSteps(at('in_delivery'), 'manager')).toEqual(['assembled']);
  });

  it('have the delivery of what was to be picked up', () => {
    expect(otherSteps(at('assembled', 'pickup'), 'manager')).toEqual(['in_delivery', 'accepted']);
  });

  it('take a florist no further than assembled', () => {
    expect(otherSteps(at('assembled'), 'florist')).toEqual(['accepted']);
    expect(otherSteps(at('in_delivery'), 'florist')).toEqual(['assembled']);
  });

  it('are none for a courier, nor for an order that is over', () => {
    expect(otherSteps(at('in_delivery'), 'courier')).toEqual([]);
    expect(otherSteps(at('delivered'), 'director')).toEqual([]);
  });
});
