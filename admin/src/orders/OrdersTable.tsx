import { Box, Card } from '@mui/material';
import { DataTable, type RowClickFunction } from 'react-admin';

import { AgreementBadge } from '../ui/AgreementBadge';
import { Moment } from '../ui/Moment';
import { MoneyField } from '../ui/Money';
import { StatusChip } from '../ui/StatusChip';
import { isFresh, MARK } from './fresh';
import { NextStepButton } from './NextStepButton';
import { NothingFound } from './NothingFound';
import { OrderNumber } from './OrderNumber';
import { Recipient } from './Recipient';
import type { Order } from './types';
import { When } from './When';
import { Workers } from './Workers';

const open: RowClickFunction<Order> = () => 'show';
const rowSx = (order: Order) => (isFresh(order) ? MARK : {});
const Col = DataTable.Col<Order>;

const Standing = ({ order: { status, sync } }: { order: Order }) => (
  <span style={{ display: 'inline-flex', alignItems: 'center', gap: 6 }}>
    <StatusChip status={status} />
    <AgreementBadge sync={sync} compact />
  </span>
);

/** The day above the hour, which leaves the width to the addresses. */
const Made = ({ at }: { at: string }) => (
  <Box sx={{ '& time': { display: 'block' }, '& time + time': { color: 'text.secondary', fontSize: '0.8125rem' } }}>
    <Moment value={at} to="date" />
    <Moment value={at} to="time" />
  </Box>
);

const DENSE = { '& .MuiTableCell-root': { px: 1 }, '& .MuiTableCell-root:first-of-type': { pl: 2 }, '& .column-recipient_name': { width: '24%' } };

export const OrdersTable = () => (
  <Card>
    <DataTable<Order> rowClick={open} rowSx={rowSx} bulkActionButtons={false} empty={<NothingFound />} size="small" sx={DENSE}>
      <Col source="number" disableSort render={(order) => <OrderNumber order={order} />} />
      <Col source="status" disableSort render={(order) => <Standing order={order} />} />
      <Col source="delivery_date" render={(order) => <When order={order} />} />
      <Col source="recipient_name" disableSort render={(order) => <Recipient order={order} />} />
      <Col source="total" field={MoneyField} align="right" disableSort />
      <Col source="responsible_id" disableSort render={(order) => <Workers order={order} />} />
      <Col source="created_at" render={({ created_at }) => <Made at={created_at} />} />
      <Col label="orders.step.label" disableSort render={(order) => <NextStepButton order={order} />} />
    </DataTable>
  </Card>
);
