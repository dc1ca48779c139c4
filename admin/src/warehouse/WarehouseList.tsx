import WarehouseIcon from '@mui/icons-material/Warehouse';
import { DataTable } from 'react-admin';

import { EmptyState } from '../ui/EmptyState';
import { List } from '../ui/List';
import { MoneyField } from '../ui/Money';

const empty = <EmptyState icon={<WarehouseIcon />} title="warehouse.empty.title" hint="warehouse.empty.hint" />;

const WarehouseList = () => (
  <List empty={empty}>
    <DataTable rowClick={false} bulkActionButtons={false}>
      <DataTable.Col source="name" disableSort />
      <DataTable.Col source="quantity" disableSort />
      <DataTable.Col source="reserved" disableSort />
      <DataTable.Col source="available" disableSort />
      <DataTable.Col source="cost_price" field={MoneyField} align="right" disableSort />
      <DataTable.Col source="retail_price" field={MoneyField} align="right" disableSort />
    </DataTable>
  </List>
);

export default WarehouseList;
