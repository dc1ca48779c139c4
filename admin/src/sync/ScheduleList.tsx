import ScheduleIcon from '@mui/icons-material/Schedule';
import { BooleanField, DataTable } from 'react-admin';

import { EmptyState } from '../ui/EmptyState';
import { List } from '../ui/List';
import { MomentField } from '../ui/Moment';

const empty = <EmptyState icon={<ScheduleIcon />} title="sync.empty.title" hint="sync.empty.hint" />;

const ScheduleList = () => (
  <List empty={empty}>
    <DataTable rowClick={false} bulkActionButtons={false}>
      <DataTable.Col source="name" disableSort />
      <DataTable.Col source="why" disableSort />
      <DataTable.Col source="enabled" field={BooleanField} disableSort />
      <DataTable.Col source="last_run_at" field={MomentField} disableSort />
      <DataTable.Col source="next_run_at" field={MomentField} disableSort />
    </DataTable>
  </List>
);

export default ScheduleList;
