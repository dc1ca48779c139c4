import { expect, it } from 'vitest';

import { timingOf } from './timing';

it.each([
  [5, null, 'every', { seconds: 5 }],
  [null, '30 2 * * *', 'daily', { time: '02:30' }],
  [null, '5 * * * *', 'hourly', { minute: '05' }],
  [null, '0 9 * * 1', 'line', { cron: '0 9 * * 1' }],
])('tells every %s or cron %s as %s', (every, cron, key, args) => {
  expect(timingOf(every, cron)).toEqual({ key: `sync.schedule.${key}`, args });
});
