import type { Count } from './differences';

/** A count that is going on, by the ids of the items. */
export interface Draft {
  comment: string;
  counts: Record<string, Count>;
}

export const NOTHING_YET: Draft = { comment: '', counts: {} };

/** Kept in the browser until the check is saved: a phone in a store room reloads, rings and loses its net. */
export const drafts = {
  read(key: string): Draft {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
      return isDraft(kept) ? kept : NOTHING_YET;
    } catch {
      return NOTHING_YET;
    }
  },
  write(key: string, draft: Draft): void {
    try {
      localStorage.setItem(key, JSON.stringify(draft));
    } catch {
      // A browser without room for it: the count goes on, only a reload would lose it.
    }
  },
  forget(key: string): void {
    localStorage.removeItem(key);
  },
};

export const isEmpty = ({ comment, counts }: Draft): boolean => comment === '' && Object.keys(counts).length === 0;

/** The draft with another count of one item; undefined: it is not counted after all. */
export const counted = (draft: Draft, id: number, count: Count | undefined): Draft => {
  const counts = { ...draft.counts };
  if (count) counts[id] = count;
  else delete counts[id];
  return { ...draft, counts };
};

const isDraft = (kept: unknown): kept is Draft => {
  const { comment, counts } = (kept ?? {}) as Partial<Draft>;
  return typeof comment === 'string' && typeof counts === 'object' && Object.values(counts).every(isCount);
};

const isCount = (kept: Partial<Count> | null): boolean =>
  Number.isInteger(kept?.counted) && Number.isInteger(kept?.snapshot);
