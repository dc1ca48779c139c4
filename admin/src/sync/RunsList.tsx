import CompareArrowsIcon from '@mui/icons-material/CompareArrows';
import { BooleanField, DataTable } from 'react-admin';

import { EmptyState } from '../ui/EmptyState';
import { List } from '../ui/List';
import { MomentField } from '../ui/Moment';

const empty = <EmptyState icon={<CompareArrowsIcon />} title="sync.empty.title" hint="sync.empty.hint" />;

const RunsList = () => (
  <List empty={empty}>
    <DataTable rowClick={false} bulkActionButtons={false}>
      <DataTable.Col source="id" disableSort />
      <DataTable.Col source="scope" disableSort />
      <DataTable.Col source="phase" disableSort />
      <DataTable.Col source="dry_run" field={BooleanField} disableSort />
      <DataTable.Col source="created_at" field={MomentField} disableSort />
      <DataTable.Col source="finished_at" field={MomentField} disableSort />
    </DataTable>
  </List>
);

export default RunsList;
