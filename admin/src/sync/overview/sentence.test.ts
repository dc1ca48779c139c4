import { expect, it } from 'vitest';

import type { Tone } from '../troubles';
import { sentenceOf } from './sentence';

it.each<[string[], Tone, string]>([
  [[], 'success', 'agreed'],
  [[], 'error', 'agreed_but'],
  [[], 'warning', 'agreed_but'],
  [['orders_differ'], 'error', 'stuck'],
  [['orders_unknown'], 'error', 'unsure'],
  [['outbox_waits'], 'warning', 'unsure'],
])('says honestly, with %j and %s, that it is "%s"', (why_not, tone, title) => {
  expect(sentenceOf({ agreed: why_not.length === 0, why_not }, tone).title).toBe(`sync.overview.${title}`);
});

it('says that nothing is broken only where nothing is', () => {
  const hint = (why_not: string[], tone: Tone) => sentenceOf({ agreed: false, why_not }, tone).hint;
  expect(hint(['orders_unknown'], 'warning')).toBe('sync.overview.unsure_hint');
  expect(hint(['outbox_waits'], 'warning')).toBe('sync.overview.stuck_hint');
  expect(hint(['orders_unknown'], 'error')).toBe('sync.overview.stuck_hint');
});
