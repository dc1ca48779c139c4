import StoreIcon from '@mui/icons-material/Store';
import { BooleanField, DataTable } from 'react-admin';

import { EmptyState } from '../ui/EmptyState';
import { List } from '../ui/List';
import { MomentField } from '../ui/Moment';

const empty = <EmptyState icon={<StoreIcon />} title="superadmin.empty.title" hint="superadmin.empty.hint" />;

const ShopsList = () => (
  <List empty={empty}>
    <DataTable rowClick={false} bulkActionButtons={false}>
      <DataTable.Col source="name" disableSort />
      <DataTable.Col source="city" disableSort />
      <DataTable.Col source="phone" disableSort />
      <DataTable.Col source="is_active" field={BooleanField} disableSort />
      <DataTable.Col source="mirrors_bitrix" field={BooleanField} disableSort />
      <DataTable.Col source="created_at" field={MomentField} disableSort />
    </DataTable>
  </List>
);

export default ShopsList;
