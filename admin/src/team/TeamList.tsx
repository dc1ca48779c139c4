import GroupsIcon from '@mui/icons-material/Groups';
import { BooleanField, DataTable } from 'react-admin';

import { Coded } from '../ui/Coded';
import { EmptyState } from '../ui/EmptyState';
import { List } from '../ui/List';
import { MomentField } from '../ui/Moment';

const empty = <EmptyState icon={<GroupsIcon />} title="team.empty.title" hint="team.empty.hint" />;

const TeamList = () => (
  <List empty={empty}>
    <DataTable rowClick={false} bulkActionButtons={false}>
      <DataTable.Col source="name" disableSort />
      <DataTable.Col source="phone" disableSort />
      <DataTable.Col source="role" disableSort>
        <Coded source="role" of="team.role" />
      </DataTable.Col>
      <DataTable.Col source="is_active" field={BooleanField} disableSort />
      <DataTable.Col source="created_at" field={MomentField} disableSort />
    </DataTable>
  </List>
);

export default TeamList;
