import InboxIcon from '@mui/icons-material/Inbox';
import { Box, Typography } from '@mui/material';
import {
  DataTable,
  DateTimeInput,
  FunctionField,
  List,
  NumberInput,
  SelectInput,
  SimpleList,
  TopToolbar,
  FilterButton,
} from 'react-admin';

import type { Schemas } from '../../api/types';
import { Can } from '../../auth/Can';
import { choices } from '../../ui/choices';
import { EmptyState } from '../../ui/EmptyState';
import { Moment, MomentField } from '../../ui/Moment';
import { OUTCOMES } from '../overview/rows';
import { EntityLink } from '../shared/EntityLink';
import { StateChip } from '../shared/StateChip';
import { useIsPhone } from '../shared/useIsPhone';
import { EventKind } from './EventKind';
import { ReplayButton } from './ReplayButton';
import { ReplayMatching } from './ReplayMatching';

type Event = Schemas['Event'];

const EVERY_MS = 10_000;
const KINDS = ['order.status', 'product.created', 'product.updated', 'product.deleted'] as const;

const filters = [
  <SelectInput key="state" source="state" choices={choices(OUTCOMES, 'sync.code.event')} alwaysOn />,
  <SelectInput key="kind" source="kind" choices={choices(KINDS, 'sync.code.kind')} alwaysOn />,
  <SelectInput key="entity" source="entity" choices={choices(['order', 'product'], 'sync.code.entity')} />,
  <NumberInput key="bitrix_id" source="bitrix_id" />,
  <DateTimeInput key="since" source="since" parse={(local: string) => (local ? new Date(local).toISOString() : '')} />,
];

const actions = (
  <TopToolbar>
    <FilterButton />
    <Can do="sync.replay_events">
      <ReplayMatching />
    </Can>
  </TopToolbar>
);

const empty = <EmptyState icon={<InboxIcon />} title="sync.events.empty" hint="sync.events.empty_hint" />;

const EventsList = () => {
  const isPhone = useIsPhone();
  return (
    <List filters={filters} actions={actions} empty={false} exporter={false} queryOptions={{ refetchInterval: EVERY_MS }}>
      {isPhone ? <Cards /> : <Table />}
    </List>
  );
};

const Table = () => (
  <DataTable rowClick="show" bulkActionButtons={false} empty={empty}>
    <DataTable.Col source="received_at" disableSort>
      <MomentField source="received_at" to="second" />
    </DataTable.Col>
    <DataTable.Col source="kind" disableSort>
      <FunctionField<Event> render={({ kind }) => <EventKind kind={kind} />} />
    </DataTable.Col>
    <DataTable.Col source="entity" disableSort>
      <FunctionField<Event> render={about} />
    </DataTable.Col>
    <DataTable.Col source="state" disableSort>
      <FunctionField<Event> render={({ state }) => <StateChip of="event" value={state} />} />
    </DataTable.Col>
    <DataTable.Col source="reason" disableSort>
      <FunctionField<Event> render={why} />
    </DataTable.Col>
    <DataTable.NumberCol source="attempts" disableSort />
    <DataTable.Col label={false}>
      <FunctionField<Event> render={(event) => <ReplayButton event={event} />} />
    </DataTable.Col>
  </DataTable>
);

const Cards = () => (
  <SimpleList<Event>
    rowClick="show"
    empty={empty}
    primaryText={(event) => (
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
        {about(event)} <StateChip of="event" value={event.state} />
      </Box>
    )}
    secondaryText={({ kind, received_at, reason, error }) => (
      <>
        <EventKind kind={kind} /> · <Moment value={received_at} to="second" />
        {(error ?? reason) && <Box component="span" sx={{ display: 'block' }}>{error ?? reason}</Box>}
      </>
    )}
  />
);

const about = ({ entity, local_id, bitrix_id }: Event) => <EntityLink kind={entity} localId={local_id} bitrixId={bitrix_id} />;

const why = ({ error, reason }: Event) => (
  <Typography component="span" variant="body2" color={error ? 'error' : undefined} sx={{ overflowWrap: 'anywhere' }}>
    {error ?? reason}
  </Typography>
);

export default EventsList;
