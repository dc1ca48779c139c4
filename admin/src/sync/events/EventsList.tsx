import InboxIcon from '@mui/icons-material/Inbox';
import { Box, Button, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import {
  DataTable,
  DateTimeInput,
  FunctionField,
  NumberInput,
  SelectInput,
  TopToolbar,
  FilterButton,
} from 'react-admin';
import { Link } from 'react-router-dom';

import type { Schemas } from '../../api/types';
import { Can } from '../../auth/Can';
import { choices } from '../../ui/choices';
import { EmptyState } from '../../ui/EmptyState';
import { Moment, MomentField } from '../../ui/Moment';
import { OUTCOMES } from '../overview/rows';
import { Cards, CardTitle } from '../shared/Cards';
import { EntityLink } from '../shared/EntityLink';
import { LiveList } from '../shared/LiveList';
import { StateChip } from '../shared/StateChip';
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

const EventsList = () => (
  <LiveList
    filters={filters}
    actions={actions}
    everyMs={EVERY_MS}
    table={<Table />}
    phone={<Phone />}
  />
);

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

const Phone = () => {
  const translate = useTranslate();
  return (
    <Cards<Event> empty={empty}>
      {(event) => (
        <>
          <CardTitle>
            {about(event)} <StateChip of="event" value={event.state} />
          </CardTitle>
          <Typography variant="body2">
            <EventKind kind={event.kind} /> · <Moment value={event.received_at} to="second" />
          </Typography>
          {why(event)}
          <Box sx={{ mt: 0.5 }}>
            <Button size="small" component={Link} to={`/sync/events/${event.id}/show`}>
              {translate('sync.events.show', { id: event.id })}
            </Button>
            <ReplayButton event={event} />
          </Box>
        </>
      )}
    </Cards>
  );
};

const about = ({ entity, local_id, bitrix_id }: Event) => <EntityLink kind={entity} localId={local_id} bitrixId={bitrix_id} />;

const why = ({ error, reason }: Event) => (
  <Typography component="span" variant="body2" color={error ? 'error' : undefined} sx={{ overflowWrap: 'anywhere' }}>
    {error ?? reason}
  </Typography>
);

export default EventsList;
