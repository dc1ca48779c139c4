import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotify, useTranslate } from 'ra-core';

import { answer, api } from '../api/client';
import { useCan } from '../auth/useCan';
import { showEverywhere } from './cachedRows';
import { isOver, type Order, type Status } from './types';

/**
 * Moves an order on. It is shown there at once, and put back with the reason if the server refuses; what cannot be
 * undone waits for the server. Where the site keeps the order too, it is said that it does not know yet.
 */
export const useMove = (order: Order) => {
  const client = useQueryClient();
  const notify = useNotify();
  const translate = useTranslate();
  const minds = useCan('orders.edit'); // couriers have no way into Bitrix
  return useMutation({
    mutationKey: ['orders', 'move', order.id],
    mutationFn: (status: Status) =>
      answer(
        api.PATCH('/api/v1/orders/{order_id}/status', { params: { path: { order_id: order.id } }, body: { status, notes: null } }),
      ),
    onMutate: async (status) => {
      await client.cancelQueries({ queryKey: ['orders'] });
      if (!isOver(status)) showEverywhere(client, { ...order, status });
    },
    onSuccess: (moved) => {
      showEverywhere(client, moved);
      const { type, text } = told(moved, minds);
      const there = moved.sync.status_there && translate(`orders.status.${moved.sync.status_there}`);
      const status = translate(`orders.status.${moved.status}`);
      notify(text, { type, autoHideDuration: 6_000, messageArgs: { number: moved.number, status, there } });
    },
    onError: (error) => {
      showEverywhere(client, order);
      notify(error.message, { type: 'error', messageArgs: { _: error.message } });
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['orders'] }),
  });
};

const told = ({ sync }: Order, minds: boolean) =>
  minds && sync.by_hand.includes('status')
    ? ({ type: 'warning', text: 'orders.moved.by_hand' } as const)
    : ({ type: 'success', text: 'orders.moved.done' } as const);
