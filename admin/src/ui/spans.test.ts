import { expect, it } from 'vitest';

import { formatAhead, formatDistance, formatSpan } from './spans';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

it.each([
  [0.02, '20 мс'],
  [2.52, '2,5 с'],
  [9.96, '10 с'],
  [75, '1 мин 15 с'],
  [3600, '1 ч'],
  [3605, '1 ч'],
  [93_784, '1 дн. 2 ч'],
])('tells %d seconds as %s', (seconds, told) => {
  expect(plain(formatSpan(seconds, 'ru'))).toBe(told);
});

it('tells how far a moment is', () => {
  const now = Date.parse('2026-11-25T12:00:00Z');
  expect(formatDistance('2026-11-25T12:05:00Z', 'ru', now)).toBe('через 5 минут');
  expect(formatDistance('2026-11-25T10:00:00Z', 'ru', now)).toBe('2 часа назад');
  expect(formatDistance('2026-11-25T12:00:00Z', 'ru', now)).toBe('сейчас');
});

it('calls what should have begun already due now', () => {
  const now = Date.parse('2026-11-25T12:00:00Z');
  expect(formatAhead('2026-11-25T11:59:57Z', 'ru', now)).toBe('сейчас');
  expect(formatAhead('2026-11-25T12:00:10Z', 'ru', now)).toBe('через 10 секунд');
});
