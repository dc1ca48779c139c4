import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import type { Asked } from './AskDialog';

interface Options<T> {
  onDone?: (result: T) => void;
  /** `onDone` leads away: what this page shows is not asked for any more, it may be gone. */
  leaves?: boolean;
}

/** Something that is asked for in an `AskDialog`: busy until the page shows what came of it. */
export const useAsked = <T>(send: () => Promise<T>, { onDone, leaves = false }: Options<T> = {}) => {
  const queries = useQueryClient();
  const [isOpen, setIsOpen] = useState(false);
  const mutation = useMutation({
    mutationFn: send,
    onSuccess: async (result) => {
      await queries.invalidateQueries({ refetchType: leaves ? 'none' : 'active' });
      setIsOpen(false);
      onDone?.(result);
    },
    // Somebody else may have been first.
    onError: () => queries.invalidateQueries(),
  });
  const open = () => {
    mutation.reset();
    setIsOpen(true);
  };
  const dialog: Asked = {
    busy: mutation.isPending,
    error: mutation.error,
    onSubmit: () => mutation.mutate(),
    onClose: () => setIsOpen(false),
  };
  return { isOpen, open, dialog };
};
