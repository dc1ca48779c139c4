import { expect, it } from 'vitest';

import { toneOf, troubles, type Overview } from './troubles';

const NOW = Date.parse('2026-11-25T12:00:00+05:00');
const compared = (scope: string, fields: object = {}) => ({
  scope,
  run_id: 7,
  at: '2026-11-25T02:40:00+05:00',
  agreed_since: '2026-11-20T02:40:00+05:00',
  counts: {},
  ...fields,
});
const CALM: Overview = {
  agreed: true,
  since: '2026-11-20T02:40:00+05:00',
  why_not: [],
  compared: [compared('orders'), compared('products')],
  inbox: { pending: 1, due: 0, dead: 0, parked: 2, oldest_s: 0 },
  outbox: { pending: 3, due: 0, dead: 0, oldest_s: 0 },
  conflicts_open: 0,
  rejected: 0,
  site: { ok: true, outcome: 'ok', age_s: 3, seconds: 0.2, breaker: 'closed', retry_after_s: 0 },
  alerts: [],
  runs: [],
  next_runs: [{ name: 'reconcile-active', at: '2026-11-25T12:05:00+05:00' }],
  flower_url: null,
};
const seen = (fields: object): Overview => ({ ...CALM, ...fields });
const names = (fields: object) => troubles(seen(fields), NOW).map(({ name, severity }) => `${name} ${severity}`);

it('is green while both sides agree and nothing is stuck', () => {
  expect(troubles(CALM, NOW)).toEqual([]);
  expect(toneOf(CALM, [])).toBe('success');
});

it.each([
  ['dead events', { inbox: { ...CALM.inbox, dead: 2 } }, 'dead_events error'],
  ['dead debts', { outbox: { ...CALM.outbox, dead: 1 } }, 'dead_debts error'],
  ['open conflicts', { conflicts_open: 1 }, 'conflicts error'],
  ['a halted run', { runs: [{ id: 9, phase: 'halted' }, { id: 10, phase: 'reading' }] }, 'halted error'],
  ['an event of six minutes', { inbox: { ...CALM.inbox, oldest_s: 361 } }, 'events_wait error'],
  ['an event of two minutes', { inbox: { ...CALM.inbox, oldest_s: 121 } }, 'events_wait warning'],
  ['an open circuit', { site: { ...CALM.site, breaker: 'open' } }, 'breaker_open error'],
  ['a site that failed last', { site: { ...CALM.site, ok: false, outcome: 'timeout' } }, 'site_ill warning'],
  ['a debt that fails again and again', { why_not: ['outbox_waits'] }, 'debts_fail warning'],
  ['two failures in a row', { alerts: [{ condition: 'run_failed_twice', since: '', detail: {} }] }, 'failed_twice error'],
  ['values nobody can read', { rejected: 3 }, 'rejected warning'],
])('tells of %s', (_, fields, told) => {
  expect(names(fields)).toEqual([told]);
});

it('is red when the last whole run of a kind is over 26 hours old', () => {
  const late = compared('products', { at: '2026-11-24T09:59:00+05:00' });
  expect(names({ compared: [compared('orders'), late] })).toEqual(['products_late error']);
});

it('leads to the run that left differences, and says how many', () => {
  const left = compared('orders', { run_id: 12, agreed_since: null, counts: { left: 4 } });
  const [trouble] = troubles(seen({ agreed: false, compared: [left, compared('products')] }), NOW);
  expect(trouble).toMatchObject({ name: 'orders_differ', to: '/sync/runs/12/show', args: { smart_count: 4 } });
});

it('is amber where nothing is stuck but a kind was never compared', () => {
  const fields = seen({ agreed: false, compared: [compared('orders', { run_id: null, at: null, agreed_since: null })] });
  const found = troubles(fields, NOW);
  expect(found.map(({ name }) => name)).toEqual(['orders_unknown']);
  expect(toneOf(fields, found)).toBe('warning');
});

it('puts what a person must mend before the rest', () => {
  expect(names({ rejected: 1, conflicts_open: 1, inbox: { ...CALM.inbox, oldest_s: 90 } })).toEqual([
    'conflicts error',
    'events_wait warning',
    'rejected warning',
  ]);
});

it('leaves a shop alone that the site does not know', () => {
  expect(names({ next_runs: [], why_not: ['orders_unknown'], compared: [compared('orders', { run_id: null })] })).toEqual([]);
});
