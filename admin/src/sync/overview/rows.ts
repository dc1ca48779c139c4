import type { Schemas } from '../../api/types';
import type { Row } from '../../ui/Chart';

export type Bucket = Schemas['Bucket'];
export type Outcome = Schemas['Event']['state'];

const ALL: Record<Outcome, true> = {
  applied: true,
  unchanged: true,
  superseded: true,
  skipped: true,
  parked: true,
  pending: true,
  dead: true,
};

export const OUTCOMES = Object.keys(ALL) as Outcome[];
const MINUTE_S = 60;

/** Webhooks per minute, by what became of them. */
export const perMinute = (buckets: Bucket[], bucket_s: number): Row[] => {
  const minutes = bucket_s / MINUTE_S;
  const rate = (count: number | undefined) => (count ?? 0) / minutes;
  return buckets.map(({ at, webhooks }) => ({
    at,
    ...Object.fromEntries(OUTCOMES.map((outcome) => [outcome, rate(webhooks[outcome])])),
  }));
};

/** Outcomes that occurred at all: an empty one needs no colour. */
export const occurring = (rows: Row[]): Outcome[] => OUTCOMES.filter((outcome) => rows.some((row) => row[outcome]));

export const latencies = (buckets: Bucket[]): Row[] =>
  buckets.map(({ at, applied_p50_s, applied_p95_s }) => ({ at, p50: applied_p50_s, p95: applied_p95_s }));

export const backlog = (buckets: Bucket[]): Row[] => buckets.map(({ at, inbox_waiting }) => ({ at, waiting: inbox_waiting }));

/** What was found and neither repaired nor left may have been a rehearsal: only these two say what became of it. */
export const drift = (buckets: Bucket[]): Row[] =>
  buckets.map(({ at, drift: { repaired, left } }) => ({ at, repaired, left }));

/** Whether anybody looked at all: only then does a chart of what was seen say anything. */
export const isSampled = (buckets: Bucket[]): boolean => buckets.some(({ sampled }) => sampled > 0);

export const depths = (buckets: Bucket[]): Row[] =>
  buckets.map(({ at, outbox_pending, dead }) => ({ at, owed: outbox_pending, dead }));

/** In minutes. */
export const ages = (buckets: Bucket[]): Row[] =>
  buckets.map(({ at, outbox_oldest_s, inbox_oldest_s }) => ({
    at,
    debt: minutesOf(outbox_oldest_s),
    event: minutesOf(inbox_oldest_s),
  }));

export const answerTimes = (buckets: Bucket[]): Row[] => buckets.map(({ at, site_mean_s }) => ({ at, mean: site_mean_s }));

/** Per minute that was looked at: one that was missed is no minute without calls. */
export const calls = (buckets: Bucket[]): Row[] =>
  buckets.map(({ at, site_calls, site_failed, sampled }) =>
    site_calls === null || site_failed === null
      ? { at, answered: null, failed: null }
      : { at, answered: (site_calls - site_failed) / sampled, failed: site_failed / sampled },
  );

/** Minutes in each state. */
export const breaker = (buckets: Bucket[]): Row[] => buckets.map(({ at, breaker }) => ({ at, ...breaker }));

const minutesOf = (seconds: number | null): number | null => (seconds === null ? null : seconds / MINUTE_S);
