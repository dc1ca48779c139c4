import { Button } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useState } from 'react';

import { isOver, moves, stepName, type Order, type Status } from './moves';
import { MoveDialog } from './MoveDialog';

/** Every step asks first: it is another shop's order. */
export const OrderActions = ({ order }: { order: Order }) => {
  const translate = useTranslate();
  const [to, setTo] = useState<Status>();
  if (isOver(order.status)) return null;
  const offered = [...moves(order), 'cancelled' as const];
  return (
    <>
      {offered.map((status) => (
        <Button
          key={status}
          size="small"
          color={status === 'cancelled' ? 'error' : 'primary'}
          aria-label={translate('superadmin.order.move_of', {
            step: translate(stepName(order.status, status)),
            number: order.number,
          })}
          onClick={() => setTo(status)}
        >
          {translate(stepName(order.status, status))}
        </Button>
      ))}
      {to && <MoveDialog order={order} to={to} onClose={() => setTo(undefined)} />}
    </>
  );
};
