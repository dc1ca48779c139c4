import PeopleIcon from '@mui/icons-material/People';
import { DataTable } from 'react-admin';

import { EmptyState } from '../ui/EmptyState';
import { List } from '../ui/List';
import { MomentField } from '../ui/Moment';

const empty = <EmptyState icon={<PeopleIcon />} title="clients.empty.title" hint="clients.empty.hint" />;

const ClientsList = () => (
  <List empty={empty}>
    <DataTable rowClick={false} bulkActionButtons={false}>
      <DataTable.Col source="name" disableSort />
      <DataTable.Col source="phone" disableSort />
      <DataTable.Col source="notes" disableSort />
      <DataTable.Col source="created_at" field={MomentField} disableSort />
    </DataTable>
  </List>
);

export default ClientsList;
