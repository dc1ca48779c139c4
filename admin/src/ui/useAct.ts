import { useMutation } from '@tanstack/react-query';
import { useNotify, useRefresh } from 'ra-core';

/**
 * Something a person does with a button: it is sent once, and they hear how it went. Afterwards everything on the
 * page is read anew.
 */
export const useAct = <T, V = void>(send: (given: V) => Promise<T>, done: (result: T) => Told) => {
  const notify = useNotify();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: send,
    onSuccess: (result) => {
      const { message, args, then } = done(result);
      notify(message, { type: 'success', messageArgs: args });
      if (then) then();
      else refresh();
    },
    onError: ({ message }) => notify(message, { type: 'error', messageArgs: { _: message } }),
  });
};

interface Told {
  message: string;
  args?: Record<string, string | number>;
  /** Instead of reading everything anew. */
  then?: () => void;
}
