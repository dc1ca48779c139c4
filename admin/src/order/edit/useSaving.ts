import { useQueryClient } from '@tanstack/react-query';
import { useNotify, useRedirect, type HttpError } from 'ra-core';
import { useState } from 'react';

import { answer, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { useSaid } from '../../ui/useSaid';
import type { Order } from '../types';
import { changedMeanwhile, editedFields } from './edited';

export interface Earlier {
  fields: string[];
  /** Changed by both. */
  both: string[];
  /** The newest row of history that somebody else made. */
  by: Schemas['History'] | undefined;
}

type Body = Schemas['OrderEdit'];

/**
 * Saves what was changed, unless somebody else was first: then it tells who and what, and the next press saves over
 * that version. A third edit in between is told again.
 */
export const useSaving = (opened: Order) => {
  const queries = useQueryClient();
  const notify = useNotify();
  const redirect = useRedirect();
  const said = useSaid();
  const [version, setVersion] = useState(opened.version);
  const [problem, setProblem] = useState<string>();
  const [earlier, setEarlier] = useState<Earlier>();

  const save = async (form: object) => {
    setProblem(undefined);
    const mine = editedFields(form as Record<string, unknown>, opened);
    try {
      await send(opened.id, { ...mine, version } as Body);
    } catch (error) {
      const { errors } = (error as HttpError).body ?? {};
      if (!errors?.version) {
        setProblem(said(error));
        return errors;
      }
      const [now, by] = await Promise.all([read(opened.id), lastChange(opened.id)]);
      setVersion(now.version);
      setEarlier({ ...changedMeanwhile(opened, now, mine), by });
      return undefined;
    }
    await queries.invalidateQueries({ queryKey: ['orders'] });
    notify('order.edit.saved', { type: 'success' });
    redirect('show', 'orders', opened.id);
    return undefined;
  };
  return { save, problem, earlier };
};

const at = (order_id: number) => ({ path: { order_id } });

const send = (id: number, body: Body) => answer(api.PUT('/api/v1/orders/{order_id}', { params: at(id), body }));

const read = (id: number) => answer(api.GET('/api/v1/orders/{order_id}', { params: at(id) }));

const lastChange = async (id: number) => {
  const params = { ...at(id), query: { limit: 1 } };
  return (await answer(api.GET('/api/v1/orders/{order_id}/history', { params }))).items[0];
};
