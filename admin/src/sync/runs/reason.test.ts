import { expect, it } from 'vitest';

import { reasonOf } from './reason';

it('says why the brake held a run back', () => {
  expect(reasonOf('12 of 90 are gone there')).toEqual({ key: 'sync.reason.gone', args: { count: '12', of: '90' } });
  expect(reasonOf('the first run would overwrite 4')).toEqual({ key: 'sync.reason.first', args: { count: '4' } });
});

it('repeats what it has no words for', () => {
  expect(reasonOf('http_401')).toEqual({ key: 'sync.reason.other', args: { said: 'http_401' } });
});
