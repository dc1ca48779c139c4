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
