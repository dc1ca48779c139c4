import WarningIcon from '@mui/icons-material/WarningAmber';
import { Link } from '@mui/material';
import { useCreatePath, useTranslate } from 'ra-core';
import { Link as RouterLink } from 'react-router-dom';

import type { Order } from './types';

/** The way to an order, and a sign beside it where something is wrong. */
export const OrderNumber = ({ order: { id, number, problem_reason } }: { order: Order }) => {
  const translate = useTranslate();
  const createPath = useCreatePath();
  const problem = problem_reason && translate('orders.problem', { reason: problem_reason });
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 4, whiteSpace: 'nowrap' }}>
      <Link
        component={RouterLink}
        to={createPath({ resource: 'orders', id, type: 'show' })}
        sx={{ fontWeight: 700 }}
        onClick={(event) => event.stopPropagation()}
      >
        {number}
      </Link>
      {problem && (
        <span role="img" aria-label={problem} title={problem} style={{ display: 'inline-flex' }}>
          <WarningIcon color="error" fontSize="small" />
        </span>
      )}
    </span>
  );
};
