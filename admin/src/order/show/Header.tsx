import { Box, Card, CardContent, Chip, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';

import { NextStepButton } from '../../orders/NextStepButton';
import { AgreementBadge } from '../../ui/AgreementBadge';
import { Moment } from '../../ui/Moment';
import { StatusChip } from '../../ui/StatusChip';
import type { Order } from '../types';
import { Actions } from './Actions';

export const Header = ({ order }: { order: Order }) => {
  const translate = useTranslate();
  return (
    <Card>
      <CardContent sx={{ '&:last-child': { pb: 2 } }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
          <Typography variant="h5" component="h1" sx={{ fontWeight: 600 }}>
            {translate('order.title', { number: order.number })}
          </Typography>
          <StatusChip status={order.status} />
          {order.stock_shortage && <Chip color="warning" label={translate('order.shortage')} />}
        </Box>
        <Typography variant="body2" color="text.secondary" sx={{ mt: 0.5 }}>
          {translate(`order.origin.${order.origin}`)} · <Moment value={order.created_at} />
        </Typography>
        <AgreementBadge sync={order.sync} />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2 }}>
          <NextStepButton order={order} size="large" variant="contained" />
          <Actions order={order} />
        </Box>
      </CardContent>
    </Card>
  );
};
