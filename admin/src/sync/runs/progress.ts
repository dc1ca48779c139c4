import type { Schemas } from '../../api/types';

export type Run = Schemas['Run'];
/** A part of a run of both kinds, or a run by itself. */
export type Part = Omit<Run, 'parts'>;

export interface Progress {
  /** From 0 to 1; null where nobody can say. */
  share: number | null;
  /** Seconds until this phase is over, if it goes on like this; null where nobody can say. */
  left_s: number | null;
  done: number;
  of: number;
}

const WORKING: Part['phase'][] = ['queued', 'reading', 'comparing', 'repairing'];
const WAITING: Part['phase'][] = [...WORKING, 'halted'];

export const isWorking = ({ phase }: Pick<Part, 'phase'>): boolean => WORKING.includes(phase);
export const mayStop = ({ phase, stop_asked }: Part): boolean => WAITING.includes(phase) && !stop_asked;
export const mayApprove = ({ phase }: Part): boolean => phase === 'halted';

/** Runs that do the work: the parts of one of both kinds, else itself. */
export const partsOf = (run: Run): Part[] => (run.parts.length > 0 ? run.parts : [run]);

export const progressOf = ({ phase, progress, counts }: Part): Progress => {
  switch (phase) {
    case 'reading':
      return reading(progress);
    case 'repairing':
      return share((counts.repaired ?? 0) + (counts.left ?? 0), counts.found ?? 0);
    case 'done':
      return { share: 1, left_s: null, done: progress.rows, of: progress.rows };
    default:
      return { share: null, left_s: null, done: progress.rows, of: progress.total };
  }
};

/** `total` is of the lists begun so far: it may grow, so this is the least that is left. */
const reading = ({ rows, total, rows_per_s }: Part['progress']): Progress => {
  const left_s = rows_per_s && total > rows ? (total - rows) / rows_per_s : null;
  return { ...share(rows, total), left_s };
};

const share = (done: number, of: number): Progress => ({
  share: of > 0 ? Math.min(1, done / of) : null,
  left_s: null,
  done,
  of,
});
