import { expect, it } from 'vitest';

import { standingOf } from './standing';
import type { Agreement } from './types';

const agreement = (parts: Partial<Agreement>): Agreement => ({
  state: 'agreed',
  agreed_at: '2026-11-25T03:00:00+00:00',
  conflicts: 0,
  rejected: {},
  ...parts,
});

it.each<[Partial<Agreement>, string]>([
  [{}, 'agreed'],
  [{ state: 'pending' }, 'pending'],
  [{ state: 'pending', conflicts: 1 }, 'conflict'],
  [{ state: 'dead', rejected: { price: 'no number' } }, 'dead'],
  [{ rejected: { price: 'no number' } }, 'rejected'],
  [{ state: 'local_only' }, 'local_only'],
])('%j stands as %s', (parts, standing) => expect(standingOf(agreement(parts))).toBe(standing));
