import { expect, it } from 'vitest';

import { deliveryRule } from './deliveryRule';

it('says what delivery comes to', () => {
  expect(deliveryRule(true, 150000, 1000000)).toBe('paid');
  expect(deliveryRule(true, 0, 1000000)).toBe('free');
  expect(deliveryRule(true, 150000, 0)).toBe('free');
  expect(deliveryRule(false, 150000, 0)).toBe('none');
});

it('says nothing while an amount is missing or wrong', () => {
  expect(deliveryRule(true, null, 0)).toBeUndefined();
  expect(deliveryRule(true, 150000, NaN)).toBeUndefined();
});
