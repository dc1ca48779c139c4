import LocalFloristIcon from '@mui/icons-material/LocalFlorist';
import { useMediaQuery, type Theme } from '@mui/material';
import { BooleanField, DataTable, NullableBooleanInput, SearchInput, SelectInput, SimpleList } from 'react-admin';

import type { Schemas } from '../api/types';
import { choices } from '../ui/choices';
import { Coded } from '../ui/Coded';
import { EmptyState } from '../ui/EmptyState';
import { List } from '../ui/List';
import { Money, MoneyField } from '../ui/Money';
import { PRODUCT_TYPES } from './types';

type Product = Schemas['StaffProduct'];

const filters = [
  <SearchInput key="search" source="search" alwaysOn />,
  <SelectInput key="type" source="type" choices={choices(PRODUCT_TYPES, 'products.type')} alwaysOn />,
  <NullableBooleanInput key="enabled" source="enabled" />,
];

const empty = <EmptyState icon={<LocalFloristIcon />} title="products.empty.title" hint="products.empty.hint" />;

const Table = () => (
  <DataTable rowClick={false} bulkActionButtons={false}>
    <DataTable.Col source="name" disableSort />
    <DataTable.Col source="type" disableSort>
      <Coded source="type" of="products.type" />
    </DataTable.Col>
    <DataTable.Col source="price" field={MoneyField} align="right" disableSort />
    <DataTable.Col source="enabled" field={BooleanField} disableSort />
    <DataTable.Col source="bitrix_id" disableSort />
  </DataTable>
);

const Cards = () => (
  <SimpleList<Product>
    linkType={false}
    primaryText={({ name }) => name}
    secondaryText={({ price }) => (
      <>
        <Coded source="type" of="products.type" /> · <Money value={price} />
      </>
    )}
  />
);

const ProductList = () => {
  const isPhone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  return (
    <List filters={filters} empty={empty}>
      {isPhone ? <Cards /> : <Table />}
    </List>
  );
};

export default ProductList;
