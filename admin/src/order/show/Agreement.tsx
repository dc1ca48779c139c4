import { Alert, Box, Button, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router-dom';

import { Can } from '../../auth/Can';
import { Moment } from '../../ui/Moment';
import { Section } from '../../ui/Section';
import type { Order } from '../types';
import { BothSides } from './BothSides';

/** How an order of a mirrored shop stands with the site, and what people are to do about it. */
export const Agreement = ({ order }: { order: Order }) => {
  const translate = useTranslate();
  const { sync } = order;
  if (sync.state === 'local_only') return null;
  const byHand = sync.by_hand.map((field) => translate(`orders.shared.${field}`, { _: field })).join(', ');
  return (
    <Section title="order.sync.title" actions={order.bitrix_order_id !== null && <BothSides order={order} />}>
      <Box sx={{ display: 'grid', gap: 1 }}>
        {!byHand && (
          <Typography>{translate(`order.sync.${order.bitrix_order_id === null ? 'new' : 'order'}_${sync.state}`)}</Typography>
        )}
        {order.bitrix_order_id !== null && (
          <Typography variant="body2" color="text.secondary">
            {translate('order.sync.known_as', { id: order.bitrix_order_id })}
            {sync.status_there && ` · ${translate(`orders.status.${sync.status_there}`)} (${order.bitrix_status})`}
            {sync.agreed_at && (
              <>
                {' · '}
                {translate('order.sync.agreed_at')} <Moment value={sync.agreed_at} />
              </>
            )}
          </Typography>
        )}
        {byHand && <Alert severity="warning">{translate('order.sync.by_hand', { fields: byHand })}</Alert>}
        {Object.keys(sync.rejected).length > 0 && (
          <Alert severity="warning">
            {translate('order.sync.rejected', { fields: Object.keys(sync.rejected).join(', ') })}
          </Alert>
        )}
        {sync.conflicts > 0 && (
          <Alert severity="error" action={<ToConsole to="/sync/conflicts" label="order.sync.resolve" />}>
            {translate('order.sync.conflicts', { smart_count: sync.conflicts })}
          </Alert>
        )}
        {sync.state === 'dead' && (
          <Alert severity="error" action={<ToConsole to="/sync/outbox" label="order.sync.look" />}>
            {translate('order.sync.stuck')}
          </Alert>
        )}
      </Box>
    </Section>
  );
};

const ToConsole = ({ to, label }: { to: string; label: string }) => {
  const translate = useTranslate();
  return (
    <Can do="sync.show_link">
      <Button color="inherit" component={Link} to={to}>
        {translate(label)}
      </Button>
    </Can>
  );
};
