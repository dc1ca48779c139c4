import { useNotify, useRedirect, useTranslate } from 'ra-core';

import { useCan } from '../../auth/useCan';
import { AskDialog } from '../../ui/AskDialog';
import { useAsked } from '../../ui/useAsked';
import type { Order } from '../types';
import { remove } from './calls';

export const useDeleting = (order: Order) => {
  const translate = useTranslate();
  const notify = useNotify();
  const redirect = useRedirect();
  const { isOpen, open, dialog } = useAsked(() => remove(order), {
    leaves: true,
    onDone: () => {
      notify('order.delete.done', { messageArgs: { number: order.number } });
      redirect('list', 'orders');
    },
  });
  return {
    label: 'order.delete.open',
    grave: true,
    offered: useCan('orders.delete'),
    open,
    dialog: isOpen && (
      <AskDialog
        {...dialog}
        title={translate('order.delete.title', { number: order.number })}
        hint={translate(order.bitrix_order_id === null ? 'order.delete.hint' : 'order.delete.hint_mirrored')}
        submit={translate('order.delete.submit')}
        grave
      />
    ),
  };
};
