import FactCheckIcon from '@mui/icons-material/FactCheck';
import { Box } from '@mui/material';
import { useTranslate } from 'ra-core';
import { CreateButton, DataTable, SimpleList, TopToolbar } from 'react-admin';

import { ColleagueField } from '../ui/Colleague';
import { EmptyState } from '../ui/EmptyState';
import { List } from '../ui/List';
import { Moment, MomentField } from '../ui/Moment';
import { useIsPhone } from '../ui/useIsPhone';
import { Shelf } from './Shelf';
import { Status } from './Status';
import type { Check } from './types';

const UNDIMMED = { '& .RaSimpleList-tertiary': { opacity: 1 } };

const empty = (
  <EmptyState icon={<FactCheckIcon />} title="inventory.empty.title" hint="inventory.empty.hint">
    <CreateButton label="inventory.begin" />
  </EmptyState>
);

const actions = (
  <TopToolbar>
    <CreateButton label="inventory.begin" />
  </TopToolbar>
);

const Table = () => (
  <DataTable rowClick="show" bulkActionButtons={false}>
    <DataTable.Col source="id" disableSort />
    <DataTable.Col source="status" field={Status} disableSort />
    <DataTable.NumberCol source="lines" disableSort />
    <DataTable.NumberCol source="missing" disableSort />
    <DataTable.NumberCol source="surplus" disableSort />
    <DataTable.Col source="comment" disableSort sx={{ maxWidth: 240, overflowWrap: 'anywhere' }} />
    <DataTable.Col source="user_id" field={ColleagueField} disableSort />
    <DataTable.Col source="created_at" field={MomentField} disableSort />
  </DataTable>
);

const Cards = () => {
  const translate = useTranslate();
  return (
    <SimpleList<Check>
      rowClick="show"
      sx={UNDIMMED}
      primaryText={({ id, created_at }) => (
        <>
          {translate('inventory.number', { id })} · <Moment value={created_at} />
        </>
      )}
      secondaryText={({ missing, surplus, lines }) => translate('inventory.sums', { missing, surplus, lines })}
      tertiaryText={() => <Status />}
    />
  );
};

const InventoryList = () => {
  const isPhone = useIsPhone();
  return (
    <>
      <Box sx={{ mt: 2 }}>
        <Shelf />
      </Box>
      <List empty={empty} actions={actions}>
        {isPhone ? <Cards /> : <Table />}
      </List>
    </>
  );
};

export default InventoryList;
