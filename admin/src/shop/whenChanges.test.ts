import { expect, it } from 'vitest';

import { whenChanges } from './whenChanges';

const NOW = '2026-11-25T10:00:00+05:00';

it('tells the time alone of today, the day too of another', () => {
  expect(whenChanges('2026-11-25T21:00:00+05:00', NOW, 'Asia/Almaty', 'ru')).toBe('21:00');
  expect(whenChanges('2026-11-26T09:00:00+05:00', NOW, 'Asia/Almaty', 'ru')).toMatch(/четверг.*09:00/);
});
