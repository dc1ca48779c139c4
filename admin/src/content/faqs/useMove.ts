import { useDataProvider, useListContext, useNotify, useRefresh } from 'ra-core';
import { useMutation } from '@tanstack/react-query';

import type { Schemas } from '../../api/types';
import { moved } from './moved';

export type FaqRow = Schemas['Faq'];

/** Moves a question up or down in the order that customers see. */
export const useMove = () => {
  const { data = [], page, perPage } = useListContext<FaqRow>();
  const dataProvider = useDataProvider();
  const notify = useNotify();
  const refresh = useRefresh();
  const { mutate, isPending } = useMutation({
    mutationFn: async ({ from, to }: { from: number; to: number }) => {
      const moves = moved(data, from, to, (page - 1) * perPage);
      const send = ([row, position]: [FaqRow, number]) =>
        dataProvider.update('faqs', { id: row.id, data: { position }, previousData: row });
      await Promise.all(moves.map(send));
    },
    onError: ({ message }) => notify(message, { type: 'error', messageArgs: { _: message } }),
    onSettled: () => refresh(),
  });
  return { move: (from: number, to: number) => mutate({ from, to }), busy: isPending };
};
