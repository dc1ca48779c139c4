import { useQueryClient } from '@tanstack/react-query';
import { useNotify, useRedirect, type HttpError } from 'ra-core';
import { useState } from 'react';

import { answer, api } from '../../api/client';
import { useSaid } from '../../ui/useSaid';
import { bodyOf, type Draft } from '../draft';
import type { Kept } from './useKept';

const KEY = 'Idempotency-Key';

/**
 * Sends the order under the key of the form. When an answer got lost and the form was changed since, the server
 * refuses the key: the order may be there already, and a person decides.
 */
export const usePlacing = ({ key, renew }: Kept) => {
  const queries = useQueryClient();
  const notify = useNotify();
  const redirect = useRedirect();
  const said = useSaid();
  const [problem, setProblem] = useState<string>();
  const [maybeDone, setMaybeDone] = useState(false);

  const place = async (draft: unknown) => {
    setProblem(undefined);
    setMaybeDone(false);
    try {
      const order = await send(bodyOf(draft as Draft), key);
      renew();
      void queries.invalidateQueries({ queryKey: ['orders'] });
      notify('order.create.created', { type: 'success', messageArgs: { number: order.number } });
      redirect('show', 'orders', order.id);
      return undefined;
    } catch (error) {
      const { [KEY]: ofKey, ...errors } = (error as HttpError).body?.errors ?? {};
      if (ofKey) setMaybeDone(true);
      else setProblem(said(error));
      return errors;
    }
  };
  return { place, problem, maybeDone };
};

const send = (body: ReturnType<typeof bodyOf>, key: string) =>
  answer(api.POST('/api/v1/orders/with-items', { params: { header: { [KEY]: key } }, body }));
