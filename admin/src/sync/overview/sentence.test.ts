import { expect, it } from 'vitest';

import type { Tone } from '../troubles';
import { sentenceOf } from './sentence';

it.each<[boolean, Tone, string]>([
  [true, 'success', 'agreed'],
  [true, 'error', 'agreed_but'],
  [true, 'warning', 'agreed_but'],
  [false, 'error', 'stuck'],
  [false, 'warning', 'unsure'],
])('says honestly, agreed %s and %s, that it is "%s"', (agreed, tone, title) => {
  expect(sentenceOf({ agreed }, tone).title).toBe(`sync.overview.${title}`);
});
