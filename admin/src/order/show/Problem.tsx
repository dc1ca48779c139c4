import { Alert, AlertTitle, Button } from '@mui/material';
import { useTranslate } from 'ra-core';

import { Can } from '../../auth/Can';
import type { Order } from '../types';
import { useChange } from '../useChange';
import { sayProblem } from './calls';

export const Problem = ({ order }: { order: Order }) => {
  const translate = useTranslate();
  const change = useChange();
  if (order.problem_reason === null) return null;
  const solve = (
    <Can do="orders.report_problem">
      <Button
        color="inherit"
        loading={change.isPending}
        onClick={() => change.mutate(() => sayProblem(order, null))}
      >
        {translate('order.problem.solved')}
      </Button>
    </Can>
  );
  return (
    <Alert severity="warning" action={solve}>
      <AlertTitle>{translate('order.problem.title')}</AlertTitle>
      {order.problem_reason}
    </Alert>
  );
};
