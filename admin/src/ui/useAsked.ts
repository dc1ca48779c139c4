import { useMutation } from '@tanstack/react-query';
import { useRefresh } from 'ra-core';
import { useState } from 'react';

import type { Asked } from './AskDialog';

/** Something that is asked for in an `AskDialog`: whether that is open, and how the sending goes. */
export const useAsked = <T>(send: () => Promise<T>, onDone?: (result: T) => void) => {
  const refresh = useRefresh();
  const [isOpen, setIsOpen] = useState(false);
  const mutation = useMutation({
    mutationFn: send,
    onSuccess: (result) => {
      setIsOpen(false);
      onDone?.(result);
    },
    // After a refusal too: somebody else may have been first.
    onSettled: () => refresh(),
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
