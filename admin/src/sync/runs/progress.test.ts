import { expect, it } from 'vitest';

import { isWorking, mayApprove, mayStop, partsOf, progressOf, type Part, type Run } from './progress';

const part = (phase: Part['phase'], progress: object = {}, counts: object = {}): Part =>
  ({
    phase,
    stop_asked: false,
    progress: { pages: 2, rows: 100, total: 400, lists_done: 1, seconds: 5, rows_per_s: 20, ...progress },
    counts,
  }) as Part;

it('tells how much of what was begun is read, and how long the rest takes at this rate', () => {
  expect(progressOf(part('reading'))).toEqual({ share: 0.25, left_s: 15, done: 100, of: 400 });
});

it.each([
  ['before the first page', { rows: 0, total: 0, rows_per_s: null }, null],
  ['when all that was begun is read', { rows: 400 }, 1],
  ['when rows came meanwhile', { rows: 410 }, 1],
])('tells no time that is left %s', (_, progress, share) => {
  expect(progressOf(part('reading', progress))).toMatchObject({ share, left_s: null });
});

it('tells how much of what was found is repaired or left', () => {
  expect(progressOf(part('repairing', {}, { found: 10, repaired: 3, left: 1 }))).toMatchObject({ share: 0.4, of: 10 });
  expect(progressOf(part('repairing')).share).toBeNull();
});

it('does not pretend to know how far a comparison is', () => {
  expect(progressOf(part('comparing'))).toMatchObject({ share: null, left_s: null });
  expect(progressOf(part('queued')).share).toBeNull();
});

it('offers to stop what is not over, once, and to approve what was halted', () => {
  const phases: Part['phase'][] = ['queued', 'reading', 'repairing', 'halted', 'done', 'incomplete', 'failed', 'stopped'];
  expect(phases.filter((phase) => mayStop(part(phase)))).toEqual(['queued', 'reading', 'repairing', 'halted']);
  expect(mayStop({ ...part('reading'), stop_asked: true })).toBe(false);
  expect(phases.filter((phase) => mayApprove(part(phase)))).toEqual(['halted']);
  expect(phases.filter((phase) => isWorking(part(phase)))).toEqual(['queued', 'reading', 'repairing']);
});

it('looks at the parts where a run has some', () => {
  const orders = part('reading');
  expect(partsOf({ ...part('reading'), parts: [orders] } as Run)).toEqual([orders]);
  const alone = { ...part('done'), parts: [] as Part[] } as Run;
  expect(partsOf(alone)).toEqual([alone]);
});
