import MailOutlineIcon from '@mui/icons-material/MailOutline';
import { Box } from '@mui/material';
import { useRecordContext, useTranslate } from 'ra-core';
import { DataTable, SimpleList, TopToolbar } from 'react-admin';

import { Coded } from '../ui/Coded';
import { ColleagueField } from '../ui/Colleague';
import { EmptyState } from '../ui/EmptyState';
import { List } from '../ui/List';
import { Mark } from '../ui/Mark';
import { MomentField } from '../ui/Moment';
import { PhoneField } from '../ui/Phone';
import { useIsPhone } from '../ui/useIsPhone';
import { InviteButton } from './InviteButton';
import { Revoke } from './Revoke';
import { TeamTabs } from './TeamTabs';
import type { Invitation } from './types';

const empty = (
  <EmptyState icon={<MailOutlineIcon />} title="team.invite.empty_title" hint="team.invite.empty_hint">
    <InviteButton />
  </EmptyState>
);

const actions = (
  <TopToolbar>
    <InviteButton />
  </TopToolbar>
);

const TONES = { pending: 'warning', accepted: 'success', expired: 'default' } as const;

const Status = () => {
  const translate = useTranslate();
  const invitation = useRecordContext<Invitation>();
  if (!invitation) return null;
  const { status } = invitation;
  return <Mark tone={TONES[status]}>{translate(`team.status.${status}`)}</Mark>;
};

const Table = () => (
  <DataTable rowClick={false} bulkActionButtons={false}>
    <DataTable.Col source="name" disableSort />
    <DataTable.Col source="phone" field={PhoneField} disableSort />
    <DataTable.Col source="role" disableSort>
      <Coded source="role" of="team.role" />
    </DataTable.Col>
    <DataTable.Col source="status" field={Status} disableSort />
    <DataTable.Col source="invited_by_id" field={ColleagueField} disableSort />
    <DataTable.Col source="created_at" field={MomentField} disableSort />
    <DataTable.Col source="expires_at" field={MomentField} disableSort />
    <DataTable.Col label="team.actions" align="right">
      <Revoke />
    </DataTable.Col>
  </DataTable>
);

const Cards = () => (
  <SimpleList<Invitation>
    rowClick={false}
    primaryText={({ name }) => (
      <>
        {name} <Status />
      </>
    )}
    secondaryText={() => (
      <Box component="span" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}>
        <Coded source="role" of="team.role" /> · <PhoneField source="phone" />
        <Revoke />
      </Box>
    )}
  />
);

const InvitationList = () => {
  const isPhone = useIsPhone();
  return (
    <Box sx={{ mt: 1 }}>
      <TeamTabs at="/team/invitations" />
      <List empty={empty} actions={actions}>
        {isPhone ? <Cards /> : <Table />}
      </List>
    </Box>
  );
};

export default InvitationList;
