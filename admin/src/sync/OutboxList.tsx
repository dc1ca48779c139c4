import OutboxIcon from '@mui/icons-material/Outbox';
import { DataTable } from 'react-admin';

import { EmptyState } from '../ui/EmptyState';
import { List } from '../ui/List';
import { MomentField } from '../ui/Moment';

const empty = <EmptyState icon={<OutboxIcon />} title="sync.empty.title" hint="sync.empty.hint" />;

const OutboxList = () => (
  <List empty={empty}>
    <DataTable rowClick={false} bulkActionButtons={false}>
      <DataTable.Col source="wished_at" field={MomentField} disableSort />
      <DataTable.Col source="kind" disableSort />
      <DataTable.Col source="key" disableSort />
      <DataTable.Col source="state" disableSort />
      <DataTable.Col source="reason" disableSort />
      <DataTable.Col source="attempts" disableSort />
      <DataTable.Col source="due_at" field={MomentField} disableSort />
    </DataTable>
  </List>
);

export default OutboxList;
