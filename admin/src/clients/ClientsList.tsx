import InsightsIcon from '@mui/icons-material/Insights';
import PeopleIcon from '@mui/icons-material/People';
import { Button } from '@mui/material';
import { useTranslate } from 'ra-core';
import { CreateButton, DataTable, SearchInput, SimpleList, TopToolbar } from 'react-admin';
import { Link } from 'react-router-dom';

import { Can } from '../auth/Can';
import { EmptyState } from '../ui/EmptyState';
import { List } from '../ui/List';
import { MomentField } from '../ui/Moment';
import { Money, MoneyField } from '../ui/Money';
import { PhoneField } from '../ui/Phone';
import { formatPhone } from '../ui/phones';
import { useIsPhone } from '../ui/useIsPhone';
import type { Client } from './types';

const filters = [<SearchInput key="search" source="search" alwaysOn />];

const empty = (
  <EmptyState icon={<PeopleIcon />} title="clients.empty.title" hint="clients.empty.hint">
    <CreateButton />
  </EmptyState>
);

const Actions = () => {
  const translate = useTranslate();
  return (
    <TopToolbar>
      <Can do="clients.dashboard">
        <Button component={Link} to="/clients/statistics" size="small" startIcon={<InsightsIcon />}>
          {translate('clients.statistics.button')}
        </Button>
      </Can>
      <CreateButton />
    </TopToolbar>
  );
};

const Table = () => (
  <DataTable<Client> rowClick="show" bulkActionButtons={false}>
    <DataTable.Col source="name" disableSort />
    <DataTable.Col source="phone" field={PhoneField} disableSort />
    <DataTable.NumberCol source="statistics.orders_count" label="clients.figure.orders_count" disableSort />
    <DataTable.Col source="statistics.total_spent" label="clients.figure.total_spent" field={MoneyField} align="right" disableSort />
    <DataTable.Col source="statistics.last_order_at" label="clients.figure.last_order_at" field={MomentField} disableSort />
    <DataTable.Col source="notes" disableSort sx={{ maxWidth: 240, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }} />
  </DataTable>
);

const Cards = () => {
  const translate = useTranslate();
  return (
    <SimpleList<Client>
      rowClick="show"
      primaryText={({ name, phone }) => name ?? formatPhone(phone)}
      secondaryText={({ phone, statistics }) => (
        <>
          {formatPhone(phone)} · {translate('clients.orders', { smart_count: statistics.orders_count })}
        </>
      )}
      tertiaryText={({ statistics }) => <Money value={statistics.total_spent} />}
    />
  );
};

const ClientsList = () => {
  const isPhone = useIsPhone();
  return (
    <List filters={filters} empty={empty} actions={<Actions />}>
      {isPhone ? <Cards /> : <Table />}
    </List>
  );
};

export default ClientsList;
