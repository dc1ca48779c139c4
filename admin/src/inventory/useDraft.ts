import { useState } from 'react';

import { usePerson } from '../auth/useCan';
import type { Count } from './differences';
import { counted, drafts, NOTHING_YET, type Draft } from './draft';

/** The count that this person has begun in this browser. */
export const useDraft = () => {
  const person = usePerson();
  const key = `cvety.inventory.${person?.shop_id}.${person?.id}`;
  const [draft, setDraft] = useState<Draft>(() => drafts.read(key));
  const change = (to: (before: Draft) => Draft) =>
    setDraft((before) => {
      const now = to(before);
      drafts.write(key, now);
      return now;
    });
  return {
    draft,
    setComment: (comment: string) => change((before) => ({ ...before, comment })),
    setCount: (id: number, count: Count | undefined) => change((before) => counted(before, id, count)),
    forget: () => {
      drafts.forget(key);
      setDraft(NOTHING_YET);
    },
  };
};
