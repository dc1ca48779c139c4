import { expect, it } from 'vitest';

import { SLUG, slugOf } from './slug';

it('makes an address of a title', () => {
  expect(slugOf('О доставке')).toBe('o-dostavke');
  expect(slugOf('Щавель & ёж, 2026!')).toBe('schavel-yozh-2026');
  expect(slugOf('Гүлдер қалай жеткізіледі')).toBe('gulder-kalay-zhetkiziledi');
  expect(slugOf('—')).toBe('');
});

it('never makes one that the API refuses, but for want of a letter', () => {
  for (const title of ['О нас', 'a  -- b', 'Ъ б', 'x'.repeat(99) + ' y']) expect(slugOf(title)).toMatch(SLUG);
  expect(slugOf('2026')).not.toMatch(SLUG);
});
