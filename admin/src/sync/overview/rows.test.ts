import { expect, it } from 'vitest';

import { ages, backlog, calls, depths, drift, isSampled, latencies, occurring, perMinute, type Bucket } from './rows';

const bucket = (fields: object = {}): Bucket => ({
  at: '2026-11-25T12:00:00Z',
  webhooks: {},
  applied_p50_s: null,
  applied_p95_s: null,
  inbox_waiting: 0,
  settled: 0,
  drift: { found: 0, repaired: 0, left: 0 },
  sampled: 0,
  outbox_pending: null,
  outbox_oldest_s: null,
  inbox_oldest_s: null,
  dead: null,
  site_calls: null,
  site_failed: null,
  site_mean_s: null,
  breaker: { closed: 0, half_open: 0, open: 0 },
  ...fields,
});

it('tells webhooks per minute, however long a bucket is', () => {
  const rows = perMinute([bucket({ webhooks: { applied: 30, dead: 15 } })], 900);
  expect(rows[0]).toMatchObject({ applied: 2, dead: 1, parked: 0 });
  expect(occurring(rows)).toEqual(['applied', 'dead']);
});

it('keeps a time without any applied event apart from a fast one', () => {
  expect(latencies([bucket(), bucket({ applied_p50_s: 0, applied_p95_s: 1.5 })])).toMatchObject([
    { p50: null, p95: null },
    { p50: 0, p95: 1.5 },
  ]);
});

it('draws what waited, and what became of differences', () => {
  const [row] = [bucket({ inbox_waiting: 4, drift: { found: 5, repaired: 3, left: 2 } })];
  expect(backlog([row!])[0]!.waiting).toBe(4);
  expect(drift([row!])[0]).toMatchObject({ repaired: 3, left: 2 });
});

it('leaves a gap where nobody looked', () => {
  const seen = bucket({ sampled: 1, outbox_pending: 0, outbox_oldest_s: 90, inbox_oldest_s: 0, dead: 2 });
  expect(depths([bucket(), seen])).toMatchObject([{ owed: null, dead: null }, { owed: 0, dead: 2 }]);
  expect(ages([bucket(), seen])).toMatchObject([{ debt: null, event: null }, { debt: 1.5, event: 0 }]);
  expect([isSampled([bucket()]), isSampled([bucket(), seen])]).toEqual([false, true]);
});

it('tells calls per minute that was looked at, and nothing where they were not counted', () => {
  const seen = bucket({ sampled: 10, site_calls: 30, site_failed: 10 });
  expect(calls([seen, bucket({ sampled: 10 })])).toMatchObject([{ answered: 2, failed: 1 }, { answered: null, failed: null }]);
});
