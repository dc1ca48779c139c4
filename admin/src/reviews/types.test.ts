import { expect, it } from 'vitest';

import { decisions } from './types';

it('offers what a review is not yet', () => {
  expect(decisions('pending')).toEqual(['published', 'hidden']);
  expect(decisions('published')).toEqual(['hidden']);
  expect(decisions('hidden')).toEqual(['published']);
});
