import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

/** A change of an order that is asked for in an `AskDialog`: whether it is open, and how the sending goes. */
export const useAsked = (send: () => Promise<unknown>, onDone?: () => void) => {
  const queries = useQueryClient();
  const [isOpen, setIsOpen] = useState(false);
  const mutation = useMutation({
    mutationFn: send,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['orders'] });
      setIsOpen(false);
      onDone?.();
    },
    onError: () => queries.invalidateQueries({ queryKey: ['orders'] }),
  });
  const open = () => {
    mutation.reset();
    setIsOpen(true);
  };
  const dialog = {
    busy: mutation.isPending,
    error: mutation.error,
    onSubmit: () => mutation.mutate(),
    onClose: () => setIsOpen(false),
  };
  return { isOpen, open, dialog };
};
