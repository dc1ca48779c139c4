import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotify, type HttpError } from 'ra-core';

import { changed } from '../data/changed';
import { type Shop, SHOP_KEY } from '../ui/shop';

type Fields = Record<string, unknown>;
/** Sends what has changed; the new settings come back. */
export type Save = (changes: Fields) => Promise<Shop>;

/** Saves a form of settings; the errors of its fields come back to it. */
export const useSaving = (before: Fields, save: Save, onSaved: () => void) => {
  const notify = useNotify();
  const queries = useQueryClient();
  const { mutateAsync, isPending } = useMutation({ mutationFn: save });
  const send = async (values: Fields) => {
    const changes = changed(values, before);
    if (Object.keys(changes).length === 0) return notify('shop.unchanged', { type: 'info' });
    try {
      queries.setQueryData(SHOP_KEY, await mutateAsync(changes));
      void queries.invalidateQueries({ queryKey: ['shop'] });
      void queries.invalidateQueries({ queryKey: ['delivery'] });
      notify('shop.saved', { type: 'success' });
      onSaved();
    } catch (error) {
      const { message, body } = error as HttpError;
      notify(message, { type: 'error', messageArgs: { _: message } });
      return body?.errors;
    }
  };
  return { send, busy: isPending };
};
