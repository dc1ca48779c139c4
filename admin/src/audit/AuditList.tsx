import HistoryIcon from '@mui/icons-material/History';
import { DataTable } from 'react-admin';

import { Coded } from '../ui/Coded';
import { EmptyState } from '../ui/EmptyState';
import { List } from '../ui/List';
import { MomentField } from '../ui/Moment';

const empty = <EmptyState icon={<HistoryIcon />} title="audit.empty.title" hint="audit.empty.hint" />;

const AuditList = () => (
  <List empty={empty}>
    <DataTable rowClick={false} bulkActionButtons={false}>
      <DataTable.Col source="at" field={MomentField} disableSort />
      <DataTable.Col source="user_name" disableSort />
      <DataTable.Col source="action" disableSort>
        <Coded source="action" of="audit.action" />
      </DataTable.Col>
      <DataTable.Col source="entity" disableSort />
      <DataTable.Col source="entity_id" disableSort />
    </DataTable>
  </List>
);

export default AuditList;
