import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'ra-core';

import { useSaid } from '../ui/useSaid';

/**
 * Sends one change of an order. It is busy until the page shows what the order has become; a refusal shows too what
 * it is now, as somebody else may have been first.
 */
export const useChange = () => {
  const queries = useQueryClient();
  const notify = useNotify();
  const said = useSaid();
  return useMutation({
    mutationFn: (send: () => Promise<unknown>) => send(),
    onSettled: () => queries.invalidateQueries({ queryKey: ['orders'] }),
    onError: (error) => notify(said(error), { type: 'error' }),
  });
};
