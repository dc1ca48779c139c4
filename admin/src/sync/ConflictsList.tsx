import CallSplitIcon from '@mui/icons-material/CallSplit';
import { DataTable } from 'react-admin';

import { EmptyState } from '../ui/EmptyState';
import { List } from '../ui/List';
import { MomentField } from '../ui/Moment';

const empty = <EmptyState icon={<CallSplitIcon />} title="sync.empty.title" hint="sync.empty.hint" />;

const ConflictsList = () => (
  <List empty={empty}>
    <DataTable rowClick={false} bulkActionButtons={false}>
      <DataTable.Col source="at" field={MomentField} disableSort />
      <DataTable.Col source="kind" disableSort />
      <DataTable.Col source="local_id" disableSort />
      <DataTable.Col source="field" disableSort />
      <DataTable.Col source="state" disableSort />
      <DataTable.Col source="winner" disableSort />
    </DataTable>
  </List>
);

export default ConflictsList;
