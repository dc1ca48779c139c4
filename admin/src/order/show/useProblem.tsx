import { useTranslate } from 'ra-core';
import { useState } from 'react';

import { useCan } from '../../auth/useCan';
import { AskDialog } from '../../ui/AskDialog';
import { useAsked } from '../../ui/useAsked';
import type { Order } from '../types';
import { sayProblem } from './calls';
import { ReasonField } from './ReasonField';

/** Saying what is wrong with an order, for everybody to see on top of it. */
export const useProblem = (order: Order) => {
  const translate = useTranslate();
  const [reason, setReason] = useState(order.problem_reason ?? '');
  const { isOpen, open, dialog } = useAsked(() => sayProblem(order, reason.trim()));
  return {
    label: order.problem_reason === null ? 'order.problem.open' : 'order.problem.edit',
    grave: false,
    offered: useCan('orders.report_problem'),
    open,
    dialog: isOpen && (
      <AskDialog
        {...dialog}
        title={translate('order.problem.title')}
        submit={translate('order.save')}
        disabled={!reason.trim()}
      >
        <ReasonField label={translate('order.problem.reason')} reason={reason} onReason={setReason} />
      </AskDialog>
    ),
  };
};
