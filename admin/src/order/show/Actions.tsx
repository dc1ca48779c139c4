import EditIcon from '@mui/icons-material/Edit';
import MoreVertIcon from '@mui/icons-material/MoreVert';
import { Button, Divider, Menu, MenuItem } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Link } from 'react-router-dom';

import { useCan, usePerson } from '../../auth/useCan';
import { useMove } from '../../orders/useMove';
import { isBack, otherSteps } from '../steps';
import type { Order } from '../types';
import { useCancelling } from './useCancelling';
import { useDeleting } from './useDeleting';
import { useProblem } from './useProblem';

/** What is done to an order less often than its next step. */
export const Actions = ({ order }: { order: Order }) => {
  const translate = useTranslate();
  const mayEdit = useCan('orders.edit');
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  const move = useMove(order);
  const steps = otherSteps(order, usePerson()?.role ?? '');
  const cancelling = useCancelling(order);
  const deleting = useDeleting(order);
  const problem = useProblem(order);
  const asked = [problem, cancelling, deleting].filter(({ offered }) => offered);
  return (
    <>
      {mayEdit && (
        <Button component={Link} to={`/orders/${order.id}`} startIcon={<EditIcon />} variant="outlined">
          {translate('order.edit.open')}
        </Button>
      )}
      {steps.length + asked.length > 0 && (
        <Button
          variant="outlined"
          startIcon={<MoreVertIcon />}
          loading={move.isPending}
          aria-haspopup="menu"
          aria-expanded={Boolean(anchor)}
          onClick={({ currentTarget }) => setAnchor(currentTarget)}
        >
          {translate('order.more')}
        </Button>
      )}
      <Menu anchorEl={anchor} open={Boolean(anchor)} onClose={close}>
        {steps.map((step) => (
          <MenuItem
            key={step}
            onClick={() => {
              close();
              move.mutate(step);
            }}
          >
            {translate(`order.step.${isBack(order.status, step) ? `back_to_${step}` : step}`)}
          </MenuItem>
        ))}
        {steps.length > 0 && asked.length > 0 && <Divider />}
        {asked.map(({ label, open, grave }) => (
          <MenuItem
            key={label}
            sx={grave ? { color: 'error.main' } : undefined}
            onClick={() => {
              close();
              open();
            }}
          >
            {translate(label)}
          </MenuItem>
        ))}
      </Menu>
      {problem.dialog}
      {cancelling.dialog}
      {deleting.dialog}
    </>
  );
};
