import FactCheckIcon from '@mui/icons-material/FactCheck';
import { DataTable } from 'react-admin';

import { Coded } from '../ui/Coded';
import { EmptyState } from '../ui/EmptyState';
import { List } from '../ui/List';
import { MomentField } from '../ui/Moment';

const empty = <EmptyState icon={<FactCheckIcon />} title="inventory.empty.title" hint="inventory.empty.hint" />;

const InventoryList = () => (
  <List empty={empty}>
    <DataTable rowClick={false} bulkActionButtons={false}>
      <DataTable.Col source="id" disableSort />
      <DataTable.Col source="status" disableSort>
        <Coded source="status" of="inventory.status" />
      </DataTable.Col>
      <DataTable.Col source="lines" disableSort />
      <DataTable.Col source="surplus" disableSort />
      <DataTable.Col source="missing" disableSort />
      <DataTable.Col source="comment" disableSort />
      <DataTable.Col source="created_at" field={MomentField} disableSort />
    </DataTable>
  </List>
);

export default InventoryList;
