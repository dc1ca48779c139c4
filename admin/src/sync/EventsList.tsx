import InboxIcon from '@mui/icons-material/Inbox';
import { DataTable } from 'react-admin';

import { EmptyState } from '../ui/EmptyState';
import { List } from '../ui/List';
import { MomentField } from '../ui/Moment';

const empty = <EmptyState icon={<InboxIcon />} title="sync.empty.title" hint="sync.empty.hint" />;

const EventsList = () => (
  <List empty={empty}>
    <DataTable rowClick={false} bulkActionButtons={false}>
      <DataTable.Col source="received_at" field={MomentField} disableSort />
      <DataTable.Col source="entity" disableSort />
      <DataTable.Col source="bitrix_id" disableSort />
      <DataTable.Col source="state" disableSort />
      <DataTable.Col source="reason" disableSort />
      <DataTable.Col source="attempts" disableSort />
    </DataTable>
  </List>
);

export default EventsList;
