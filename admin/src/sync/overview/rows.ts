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
