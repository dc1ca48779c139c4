import { Button, type ButtonProps } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Confirm } from 'ra-ui-materialui';
import { useState, type MouseEvent } from 'react';

import { useCan, usePerson } from '../auth/useCan';
import { nextStep } from './nextStep';
import { isOver, type Order } from './types';
import { useMove } from './useMove';

interface Props {
  order: Order;
  size?: ButtonProps['size'];
  variant?: ButtonProps['variant'];
  fullWidth?: boolean;
}

/** The one button that takes an order on, where there is a step that the person may make. */
export const NextStepButton = ({ order, size = 'small', variant, fullWidth }: Props) => {
  const translate = useTranslate();
  const [asking, setAsking] = useState(false);
  const may = useCan('orders.set_status');
  const step = nextStep(order, usePerson()?.role ?? '');
  const move = useMove(order);
  if (!step || !may) return null;

  const press = (event: MouseEvent) => {
    event.stopPropagation();
    if (event.detail > 1) return; // the second of a double click would meet the step after this one
    if (isOver(step)) setAsking(true);
    else move.mutate(step);
  };
  const confirm = () => {
    setAsking(false);
    move.mutate(step);
  };
  return (
    <>
      <Button
        variant={variant ?? (isOver(step) ? 'contained' : 'outlined')}
        size={size}
        fullWidth={fullWidth}
        loading={move.isPending}
        onClick={press}
        aria-label={translate('orders.step.of', { step: translate(`orders.step.${step}`), number: order.number })}
        sx={{ whiteSpace: 'nowrap' }}
      >
        {translate(`orders.step.${step}`)}
      </Button>
      {asking && (
        <Confirm
          isOpen
          title={translate('orders.step.ask', { number: order.number })}
          content={translate('orders.step.ask_hint')}
          confirm={translate(`orders.step.${step}`)}
          onConfirm={confirm}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
};
