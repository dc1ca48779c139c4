import LocalFloristIcon from '@mui/icons-material/LocalFlorist';
import { BooleanField, DataTable } from 'react-admin';

import { EmptyState } from '../ui/EmptyState';
import { List } from '../ui/List';
import { MoneyField } from '../ui/Money';

const empty = <EmptyState icon={<LocalFloristIcon />} title="superadmin.empty.title" hint="superadmin.empty.hint" />;

const ProductsList = () => (
  <List empty={empty}>
    <DataTable rowClick={false} bulkActionButtons={false}>
      <DataTable.Col source="name" disableSort />
      <DataTable.Col source="shop_id" disableSort />
      <DataTable.Col source="price" field={MoneyField} align="right" disableSort />
      <DataTable.Col source="enabled" field={BooleanField} disableSort />
    </DataTable>
  </List>
);

export default ProductsList;
