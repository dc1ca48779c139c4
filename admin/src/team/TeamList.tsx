import GroupsIcon from '@mui/icons-material/Groups';
import { Box, Stack } from '@mui/material';
import { useRecordContext, useTranslate } from 'ra-core';
import { BooleanInput, DataTable, SelectInput, SimpleList, TopToolbar } from 'react-admin';

import { usePerson } from '../auth/useCan';
import { choices } from '../ui/choices';
import { Coded } from '../ui/Coded';
import { EmptyState } from '../ui/EmptyState';
import { List } from '../ui/List';
import { Mark } from '../ui/Mark';
import { MomentField } from '../ui/Moment';
import { PhoneField } from '../ui/Phone';
import { useIsPhone } from '../ui/useIsPhone';
import { InviteButton } from './InviteButton';
import { MemberActions } from './MemberActions';
import { TeamTabs } from './TeamTabs';
import { ROLES, type Member } from './types';

const filters = [
  <SelectInput key="role" source="role" choices={choices(ROLES, 'team.role')} alwaysOn />,
  <BooleanInput key="is_active" source="is_active" alwaysOn />,
];

const empty = <EmptyState icon={<GroupsIcon />} title="team.empty.title" hint="team.empty.hint" />;

const actions = (
  <TopToolbar>
    <InviteButton />
  </TopToolbar>
);

const Name = () => {
  const translate = useTranslate();
  const member = useRecordContext<Member>();
  const me = usePerson();
  if (!member) return null;
  return (
    <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
      <span>{member.name}</span>
      {member.id === me?.id && <Mark tone="info">{translate('team.you')}</Mark>}
      {!member.is_active && <Mark>{translate('team.left')}</Mark>}
    </Stack>
  );
};

const Table = () => (
  <DataTable rowClick={false} bulkActionButtons={false}>
    <DataTable.Col source="name" field={Name} disableSort />
    <DataTable.Col source="phone" field={PhoneField} disableSort />
    <DataTable.Col source="role" disableSort>
      <Coded source="role" of="team.role" />
    </DataTable.Col>
    <DataTable.Col source="created_at" disableSort>
      <MomentField source="created_at" to="day" />
    </DataTable.Col>
    <DataTable.Col label="team.actions" align="right">
      <MemberActions />
    </DataTable.Col>
  </DataTable>
);

const Cards = () => (
  <SimpleList<Member>
    rowClick={false}
    primaryText={() => <Name />}
    secondaryText={() => (
      <Box component="span" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}>
        <Coded source="role" of="team.role" /> · <PhoneField source="phone" />
        <MemberActions />
      </Box>
    )}
  />
);

const TeamList = () => {
  const isPhone = useIsPhone();
  return (
    <Box sx={{ mt: 1 }}>
      <TeamTabs at="/team" />
      <List filters={filters} filterDefaultValues={{ is_active: true }} empty={empty} actions={actions}>
        {isPhone ? <Cards /> : <Table />}
      </List>
    </Box>
  );
};

export default TeamList;
