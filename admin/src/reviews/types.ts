import type { Schemas } from '../api/types';

export type Review = Schemas['ModeratedReview'];
export type Status = Review['status'];

/** Those that the contract knows, in the order of the work: one more or less there does not compile here. */
const ALL: Record<Status, true> = { pending: true, published: true, hidden: true };
export const STATUSES = Object.keys(ALL) as Status[];

export const RATINGS = [5, 4, 3, 2, 1] as const;

/** What may be done with a review: whatever it is not yet, and it never waits again. */
export const decisions = (status: Status): Exclude<Status, 'pending'>[] =>
  (['published', 'hidden'] as const).filter((decision) => decision !== status);
