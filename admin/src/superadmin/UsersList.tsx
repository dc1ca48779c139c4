import SupervisorAccountIcon from '@mui/icons-material/SupervisorAccount';
import { BooleanField, DataTable } from 'react-admin';

import { Coded } from '../ui/Coded';
import { EmptyState } from '../ui/EmptyState';
import { List } from '../ui/List';

const empty = <EmptyState icon={<SupervisorAccountIcon />} title="superadmin.empty.title" hint="superadmin.empty.hint" />;

const UsersList = () => (
  <List empty={empty}>
    <DataTable rowClick={false} bulkActionButtons={false}>
      <DataTable.Col source="name" disableSort />
      <DataTable.Col source="phone" disableSort />
      <DataTable.Col source="role" disableSort>
        <Coded source="role" of="superadmin.role" />
      </DataTable.Col>
      <DataTable.Col source="is_active" field={BooleanField} disableSort />
      <DataTable.Col source="is_superadmin" field={BooleanField} disableSort />
    </DataTable>
  </List>
);

export default UsersList;
