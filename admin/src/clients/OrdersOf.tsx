import { Box } from '@mui/material';
import { useTranslate } from 'ra-core';
import { DataTable, Pagination, ReferenceManyField, SimpleList } from 'react-admin';

import type { Schemas } from '../api/types';
import { OF_ROWS } from '../data/rows';
import { Coded } from '../ui/Coded';
import { Moment, MomentField } from '../ui/Moment';
import { Money, MoneyField } from '../ui/Money';
import { useIsPhone } from '../ui/useIsPhone';

const SHORT = { meta: OF_ROWS };
const NEWEST = { field: 'created_at', order: 'DESC' } as const;

/** The orders of this client, also those that somebody else sends to them. */
export const OrdersOf = () => {
  const isPhone = useIsPhone();
  return (
    <ReferenceManyField reference="orders" source="phone" target="phone" sort={NEWEST} perPage={10} pagination={<Pagination />} queryOptions={SHORT}>
      {isPhone ? <Cards /> : <Table />}
    </ReferenceManyField>
  );
};

const Nothing = () => {
  const translate = useTranslate();
  return <Box sx={{ color: 'text.secondary' }}>{translate('clients.no_orders')}</Box>;
};

const Table = () => (
  <DataTable bulkActionButtons={false} empty={<Nothing />} size="small">
    <DataTable.Col source="number" disableSort />
    <DataTable.Col source="status" disableSort>
      <Coded source="status" of="orders.status" />
    </DataTable.Col>
    <DataTable.Col source="total" field={MoneyField} align="right" disableSort />
    <DataTable.Col source="created_at" field={MomentField} disableSort />
  </DataTable>
);

const Cards = () => (
  <SimpleList<Schemas['Order']>
    rowClick="show"
    empty={<Nothing />}
    primaryText={({ number, created_at }) => (
      <>
        {number} · <Moment value={created_at} to="day" />
      </>
    )}
    secondaryText={() => <Coded source="status" of="orders.status" />}
    tertiaryText={({ total }) => <Money value={total} />}
  />
);
