import type { Schemas } from '../api/types';

export type Overview = Schemas['Overview'];

/** Something that a person must mend (`error`), or that is only not as it should be (`warning`). */
export interface Trouble {
  /** Its sentence is `sync.trouble.<name>`. */
  name: string;
  severity: 'error' | 'warning';
  /** Where it is mended. */
  to: string;
  args?: Record<string, string | number>;
}

const MINUTE_S = 60;
const WAITS_TOO_LONG_S = 5 * MINUTE_S;
const NO_SUCCESS_MS = 26 * 60 * MINUTE_S * 1000;

const listAt = (path: string, filter: Record<string, string>): string =>
  `${path}?filter=${encodeURIComponent(JSON.stringify(filter))}`;
export const runAt = (id: number): string => `/sync/runs/${id}/show`;

/** A shop that the site does not know has nothing to agree on, and so no troubles. */
export const isMirrored = ({ next_runs }: Overview): boolean => next_runs.length > 0;

/** Everything that is stuck, the worst first. */
export const troubles = (seen: Overview, now = Date.now()): Trouble[] => {
  if (!isMirrored(seen)) return [];
  const found = [...givenUp(seen), ...runs(seen, now), ...waits(seen), ...site(seen), ...unsure(seen)];
  return found.sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
};

export type Tone = 'success' | 'warning' | 'error';

export const toneOf = (seen: Overview, found: Trouble[]): Tone => {
  if (found.some(({ severity }) => severity === 'error')) return 'error';
  return seen.agreed && found.length === 0 ? 'success' : 'warning';
};

const givenUp = ({ inbox, outbox, conflicts_open }: Overview): Trouble[] => [
  ...counted('dead_events', inbox.dead, listAt('/sync/events', { state: 'dead' })),
  ...counted('dead_debts', outbox.dead, listAt('/sync/outbox', { state: 'dead' })),
  ...counted('conflicts', conflicts_open, listAt('/sync/conflicts', { state: 'open' })),
];

const runs = ({ runs, compared, alerts }: Overview, now: number): Trouble[] => [
  ...runs
    .filter(({ phase }) => phase === 'halted')
    .map(({ id }) => error('halted', runAt(id), { id })),
  ...compared.filter(isLeft).map(({ scope, run_id, counts }) =>
    error(`${scope}_differ`, runAt(run_id), { smart_count: counts.left ?? 0 }),
  ),
  ...(alerts.some(({ condition }) => condition === 'run_failed_twice') ? [error('failed_twice', '/sync/runs')] : []),
  ...compared
    .filter(({ at }) => at !== null && now - Date.parse(at) > NO_SUCCESS_MS)
    .map(({ scope }) => error(`${scope}_late`, '/sync/runs/create')),
];

const waits = ({ inbox, outbox, why_not }: Overview): Trouble[] => [
  ...waited('events_wait', inbox.oldest_s, listAt('/sync/events', { state: 'pending' })),
  ...(outbox.oldest_s > WAITS_TOO_LONG_S || !why_not.includes('outbox_waits')
    ? waited('debts_wait', outbox.oldest_s, listAt('/sync/outbox', { state: 'pending' }))
    : [warning('debts_fail', listAt('/sync/outbox', { state: 'pending' }), { smart_count: outbox.pending })]),
];

const site = ({ site }: Overview): Trouble[] => {
  if (site.breaker !== 'closed') return [error('breaker_open', '/sync/overview')];
  return site.ok ? [] : [warning('site_ill', '/sync/overview', { outcome: site.outcome ?? '?' })];
};

const unsure = ({ why_not, compared, rejected }: Overview): Trouble[] => [
  ...(why_not.includes('imports_wait_for_a_creation')
    ? [error('imports_wait', listAt('/sync/outbox', { state: 'dead', kind: 'new_order' }))]
    : []),
  ...compared.filter(({ run_id }) => run_id === null).map(({ scope }) => warning(`${scope}_unknown`, '/sync/runs/create')),
  ...(rejected > 0 ? [warning('rejected', '/sync/runs', { smart_count: rejected })] : []),
];

const isLeft = (kind: Overview['compared'][number]): kind is typeof kind & { run_id: number } =>
  kind.run_id !== null && kind.agreed_since === null;

const counted = (name: string, count: number, to: string): Trouble[] =>
  count > 0 ? [error(name, to, { smart_count: count })] : [];

/** What is late is amber after a minute (the API's own measure of agreement) and red after five. */
const waited = (name: string, oldest_s: number, to: string): Trouble[] => {
  if (oldest_s <= MINUTE_S) return [];
  const tell = oldest_s > WAITS_TOO_LONG_S ? error : warning;
  return [tell(name, to, { smart_count: Math.round(oldest_s / MINUTE_S) })];
};

const error = (name: string, to: string, args?: Trouble['args']): Trouble => ({ name, severity: 'error', to, args });
const warning = (name: string, to: string, args?: Trouble['args']): Trouble => ({ name, severity: 'warning', to, args });
