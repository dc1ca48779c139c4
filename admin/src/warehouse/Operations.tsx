import { Box, Link, List, ListItem, ListItemText } from '@mui/material';
import { useLocale, useRecordContext, useTranslate } from 'ra-core';
import { Pagination, ReferenceManyField, SingleFieldList } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';

import { Colleague } from '../ui/Colleague';
import { formatMoney } from '../ui/Money';
import { Moment } from '../ui/Moment';
import { signed } from '../ui/signed';
import { reasonKey } from './operation';
import type { Operation } from './types';

/** Everything that ever changed the balance or a price, newest first. */
export const Operations = () => {
  const translate = useTranslate();
  const nothing = <Box sx={{ color: 'text.secondary' }}>{translate('warehouse.history.empty')}</Box>;
  return (
    <ReferenceManyField reference="warehouse/operations" target="item_id" perPage={25} pagination={<Pagination />}>
      <SingleFieldList component={List} linkType={false} empty={nothing} sx={{ display: 'block', p: 0 }}>
        <OperationLine />
      </SingleFieldList>
    </ReferenceManyField>
  );
};

const OperationLine = () => {
  const translate = useTranslate();
  const operation = useRecordContext<Operation>();
  if (!operation) return null;
  return (
    <ListItem divider disableGutters sx={{ gap: 2, alignItems: 'flex-start' }}>
      <ListItemText
        primary={translate(`warehouse.kind.${operation.kind}`, { _: operation.kind })}
        secondary={
          <>
            <Reason operation={operation} />
            <Moment value={operation.created_at} />
            {operation.user_id !== null && ' · '}
            {operation.user_id !== null && <Colleague id={operation.user_id} />}
          </>
        }
      />
      <Amount operation={operation} />
    </ListItem>
  );
};

const Reason = ({ operation: { reason, order_id } }: { operation: Operation }) => {
  const translate = useTranslate();
  if (!reason) return null;
  const { key, args } = reasonKey(reason);
  const words = translate(key, { _: reason, ...args });
  return (
    <Box component="span" sx={{ display: 'block', overflowWrap: 'anywhere' }}>
      {order_id === null ? words : <OrderLink id={order_id}>{words}</OrderLink>}
    </Box>
  );
};

const OrderLink = ({ id, children }: { id: number; children: string }) => (
  <Link component={RouterLink} to={`/orders/${id}/show`}>
    {children}
  </Link>
);

const Amount = ({ operation }: { operation: Operation }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const { kind, change, balance_after, old_price, new_price } = operation;
  if (kind === 'price_change') {
    return (
      <Box sx={{ whiteSpace: 'nowrap', textAlign: 'right' }}>
        {[old_price, new_price].map((price) => formatMoney(price ?? 0, locale)).join(' → ')}
      </Box>
    );
  }
  return (
    <Box sx={{ whiteSpace: 'nowrap', textAlign: 'right' }}>
      <Box sx={{ fontWeight: 600, color: change < 0 ? 'error.main' : 'success.main' }}>{signed(change)}</Box>
      <Box sx={{ color: 'text.secondary', fontSize: 'body2.fontSize' }}>
        {translate('warehouse.history.balance', { quantity: balance_after })}
      </Box>
    </Box>
  );
};
