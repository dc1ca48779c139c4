import { expect, it } from 'vitest';

import { standingOf } from './standing';

const sync = { agreed_at: null, conflicts: 0, rejected: {}, by_hand: [], status_there: null };

it.each([
  [{ state: 'agreed' }, 'agreed'],
  [{ state: 'pending' }, 'pending'],
  [{ state: 'agreed', by_hand: ['status'] }, 'by_hand'],
  [{ state: 'pending', by_hand: ['status'] }, 'by_hand'],
  [{ state: 'agreed', rejected: { date: 'unreadable' } }, 'rejected'],
  [{ state: 'agreed', conflicts: 1, by_hand: ['status'] }, 'conflict'],
  [{ state: 'dead', conflicts: 1 }, 'dead'],
  [{ state: 'gone_there', by_hand: ['status'] }, 'gone_there'],
] as const)('tells %j as %s', (given, standing) => {
  expect(standingOf({ ...sync, ...given } as Parameters<typeof standingOf>[0])).toBe(standing);
});

it('tells a product, of which nothing is entered by hand', () => {
  const product = { state: 'pending', agreed_at: null, conflicts: 0, rejected: { price: 'no number' } } as const;
  expect(standingOf(product)).toBe('rejected');
  expect(standingOf({ ...product, state: 'dead' })).toBe('dead');
  expect(standingOf({ ...product, conflicts: 1 })).toBe('conflict');
});
