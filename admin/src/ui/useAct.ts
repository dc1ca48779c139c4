import { useMutation } from '@tanstack/react-query';
import { useNotify, useRefresh } from 'ra-core';

import { useSaid } from './useSaid';

/**
 * Something a person does with a button: it is sent once, and they hear how it went. Afterwards everything on the
 * page is read anew.
 */
export const useAct = <T, V = void>(send: (given: V) => Promise<T>, done: (result: T) => Told) => {
  const notify = useNotify();
  const refresh = useRefresh();
  const said = useSaid();
  return useMutation({
    mutationFn: send,
    onSuccess: (result) => {
      const { message, args, then } = done(result);
      notify(message, { type: 'success', messageArgs: args });
      if (then) then();
      else refresh();
    },
    onError: (error) => {
      notify(said(error), { type: 'error' });
      refresh(); // somebody else may have been first
    },
  });
};

interface Told {
  message: string;
  args?: Record<string, string | number>;
  /** Instead of reading everything anew. */
  then?: () => void;
}
