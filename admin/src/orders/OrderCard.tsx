import { styled } from '@mui/material/styles';
import { memo } from 'react';

import { AgreementBadge } from '../ui/AgreementBadge';
import { Money } from '../ui/Money';
import { StatusChip } from '../ui/StatusChip';
import { isFresh, MARK } from './fresh';
import { NextStepButton } from './NextStepButton';
import { OrderNumber } from './OrderNumber';
import { Recipient } from './Recipient';
import type { Order } from './types';
import { When } from './When';
import { Workers } from './Workers';

/* One styled element for a card: a board draws a hundred of them. */
const Card = styled('article', { shouldForwardProp: (prop) => prop !== 'troubled' && prop !== 'fresh' })<{
  troubled: boolean;
  fresh: boolean;
}>(({ theme, troubled, fresh }) => ({
  display: 'grid',
  gap: theme.spacing(0.75),
  padding: theme.spacing(1.25),
  borderRadius: 10,
  border: `1px solid ${theme.palette.divider}`,
  borderLeft: troubled ? `4px solid ${theme.palette.error.main}` : undefined,
  backgroundColor: theme.palette.background.paper,
  fontSize: '0.875rem',
  '& > div': { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 8 },
  '& > .when': { fontWeight: 600 },
  '& .standing': { display: 'inline-flex', alignItems: 'center', gap: 8 },
  ...(fresh && MARK),
}));

interface Props {
  order: Order;
  /** Where the column does not say it already. */
  withStatus?: boolean;
}

/** An order in a column of the board, and in the list on a phone. */
export const OrderCard = memo(({ order, withStatus = false }: Props) => (
  <Card troubled={order.problem_reason !== null} fresh={isFresh(order)} aria-label={order.number}>
    <div>
      <OrderNumber order={order} />
      <span className="standing">
        {withStatus && <StatusChip status={order.status} />}
        <AgreementBadge sync={order.sync} compact />
      </span>
    </div>
    <div className="when">
      <span>
        <When order={order} />
      </span>
      <Money value={order.total} />
    </div>
    <Recipient order={order} />
    <Workers order={order} />
    <NextStepButton order={order} fullWidth />
  </Card>
));
OrderCard.displayName = 'OrderCard';
