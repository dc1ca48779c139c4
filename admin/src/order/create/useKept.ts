import { useCallback, useState } from 'react';

import { EMPTY, type Draft } from '../draft';

export interface Kept {
  /** The `Idempotency-Key` of the form, for as long as it lives: two answers that got lost are one order. */
  key: string;
  draft: Draft;
  restored: boolean;
  keep: (draft: Draft) => void;
  /** The order is created, or given up: the next form is another one. */
  renew: () => void;
  /** What was typed stays, but it is to become another order. */
  renewKey: (draft: Draft) => void;
}

type Stored = Pick<Kept, 'key' | 'draft'>;

/** The order being filled in, so that it survives a reload: in this tab only, and nobody else's. */
export const useKept = (personId: number): Kept => {
  const name = `cvety.new-order.${personId}`;
  const [begun, setBegun] = useState(() => ({ ...(read(name) ?? fresh()), restored: read(name) !== null }));
  const { key } = begun;
  const keep = useCallback((draft: Draft) => write(name, { key, draft }), [name, key]);
  const renew = useCallback(() => {
    sessionStorage.removeItem(name);
    setBegun({ ...fresh(), restored: false });
  }, [name]);
  const renewKey = (draft: Draft) => {
    const next = { ...fresh(), draft };
    write(name, next);
    setBegun({ ...next, restored: false });
  };
  return { ...begun, keep, renew, renewKey };
};

const fresh = (): Stored => ({ key: crypto.randomUUID(), draft: EMPTY });

const read = (name: string): Stored | null => {
  try {
    const stored: Stored | null = JSON.parse(sessionStorage.getItem(name) ?? 'null');
    return stored && { key: stored.key, draft: { ...EMPTY, ...stored.draft } };
  } catch {
    return null;
  }
};

const write = (name: string, stored: Stored): void => {
  try {
    sessionStorage.setItem(name, JSON.stringify(stored));
  } catch {
    // A full or forbidden storage takes the safety net away, not the form.
  }
};
