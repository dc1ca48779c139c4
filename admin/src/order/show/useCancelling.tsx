import { useTranslate } from 'ra-core';
import { useState } from 'react';

import { useCan } from '../../auth/useCan';
import { isOver } from '../../orders/types';
import { AskDialog } from '../../ui/AskDialog';
import { useAsked } from '../../ui/useAsked';
import { useShop } from '../../ui/useShop';
import { isHeld } from '../steps';
import type { Order } from '../types';
import { cancel } from './calls';
import { ReasonField } from './ReasonField';

/** Cancelling with its reason; what it will do is said before. */
export const useCancelling = (order: Order) => {
  const translate = useTranslate();
  const shop = useShop();
  const may = useCan('orders.cancel');
  const [reason, setReason] = useState('');
  const { isOpen, open, dialog } = useAsked(() => cancel(order, reason.trim()));
  const effects = [
    isHeld(order.status) ? 'order.cancel.released' : 'order.cancel.returned',
    shop?.mirrors_bitrix && (order.bitrix_order_id === null ? 'order.cancel.not_there_yet' : 'order.cancel.by_hand'),
  ].filter((text): text is string => Boolean(text));
  return {
    label: 'order.cancel.open',
    grave: true,
    offered: may && !isOver(order.status),
    open,
    dialog: isOpen && (
      <AskDialog
        {...dialog}
        title={translate('order.cancel.title', { number: order.number })}
        hint={<ul style={{ margin: 0, paddingLeft: 20 }}>{effects.map((text) => <li key={text}>{translate(text)}</li>)}</ul>}
        submit={translate('order.cancel.submit')}
        disabled={!reason.trim()}
        grave
      >
        <ReasonField label={translate('order.cancel.reason')} reason={reason} onReason={setReason} />
      </AskDialog>
    ),
  };
};
