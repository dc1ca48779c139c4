import WarehouseIcon from '@mui/icons-material/Warehouse';
import { Box } from '@mui/material';
import { useRecordContext, useTranslate } from 'ra-core';
import { CreateButton, DataTable, NullableBooleanInput, SearchInput, SimpleList } from 'react-admin';

import { EmptyState } from '../ui/EmptyState';
import { List } from '../ui/List';
import { MoneyField } from '../ui/Money';
import { Picture } from '../ui/Picture';
import { useIsPhone } from '../ui/useIsPhone';
import { StockChip } from './StockChip';
import type { Item } from './types';

const UNDIMMED = { '& .RaSimpleList-tertiary': { opacity: 1 } };

const filters = [
  <SearchInput key="search" source="search" alwaysOn />,
  <NullableBooleanInput
    key="below_minimum"
    source="below_minimum"
    nullLabel="warehouse.filter.all"
    trueLabel="warehouse.filter.low"
    falseLabel="warehouse.filter.enough"
    alwaysOn
  />,
];

const empty = (
  <EmptyState icon={<WarehouseIcon />} title="warehouse.empty.title" hint="warehouse.empty.hint">
    <CreateButton />
  </EmptyState>
);

const Name = () => {
  const item = useRecordContext<Item>();
  if (!item) return null;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
      <Picture src={item.image} />
      {item.name}
      <StockChip item={item} />
    </Box>
  );
};

const Table = () => (
  <DataTable rowClick="show" bulkActionButtons={false}>
    <DataTable.Col source="name" field={Name} disableSort />
    <DataTable.NumberCol source="quantity" disableSort />
    <DataTable.NumberCol source="reserved" disableSort />
    <DataTable.NumberCol source="available" disableSort />
    <DataTable.NumberCol source="min_quantity" disableSort />
    <DataTable.Col source="cost_price" field={MoneyField} align="right" disableSort />
    <DataTable.Col source="retail_price" field={MoneyField} align="right" disableSort />
  </DataTable>
);

const Cards = () => {
  const translate = useTranslate();
  return (
    <SimpleList<Item>
      rowClick="show"
      sx={UNDIMMED}
      leftIcon={({ image }) => <Picture src={image} />}
      primaryText={({ name }) => name}
      secondaryText={({ quantity, available }) => translate('warehouse.stock', { quantity, available })}
      tertiaryText={(item) => <StockChip item={item} />}
    />
  );
};

const WarehouseList = () => {
  const isPhone = useIsPhone();
  return (
    <List filters={filters} empty={empty}>
      {isPhone ? <Cards /> : <Table />}
    </List>
  );
};

export default WarehouseList;
