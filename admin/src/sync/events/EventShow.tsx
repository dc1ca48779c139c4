import { Box, Card, CardContent, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'ra-core';
import { Show, WithRecord } from 'react-admin';

import type { Schemas } from '../../api/types';
import { Facts } from '../../ui/Facts';
import { formatMoment, Moment } from '../../ui/Moment';
import { useZone } from '../../ui/useZone';
import { EntityLink } from '../shared/EntityLink';
import { StateChip } from '../shared/StateChip';
import { EventKind } from './EventKind';
import { ReplayButton } from './ReplayButton';

type Event = Schemas['EventDetail'];

const EVERY_MS = 5_000;

const EventTitle = () => {
  const translate = useTranslate();
  return <WithRecord<Event & { id: number }> render={({ id }) => translate('sync.events.show', { id })} />;
};

const EventShow = () => (
  <Show title={<EventTitle />} actions={false} component="div" queryOptions={{ refetchInterval: EVERY_MS }}>
    <WithRecord<Event> render={(event) => <Detail event={event} />} />
  </Show>
);

const Detail = ({ event }: { event: Event }) => {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'grid', gap: 2, mt: 2, gridTemplateColumns: { md: 'repeat(2, minmax(0, 1fr))' } }}>
      <Card>
        <CardContent>
          <Facts facts={factsOf(event)} />
          <Typography variant="body2" color="text.secondary" sx={{ my: 2 }}>
            {translate('sync.events.replay_hint')}
          </Typography>
          <ReplayButton event={event} variant="contained" />
        </CardContent>
      </Card>
      <Card>
        <CardContent>
          <Typography variant="h6" component="h2">
            {translate('sync.events.payload')}
          </Typography>
          <Box component="pre" tabIndex={0} sx={{ overflow: 'auto', fontSize: 13, m: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {JSON.stringify(event.payload, null, 2)}
          </Box>
          {event.anonymised_at && <Anonymised at={event.anonymised_at} />}
        </CardContent>
      </Card>
    </Box>
  );
};

/** Why names and phones are not in it any more. */
const Anonymised = ({ at }: { at: string }) => {
  const translate = useTranslate();
  const when = formatMoment(at, useLocale(), useZone());
  return (
    <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
      {translate('sync.events.anonymised', { at: when })}
    </Typography>
  );
};

const PATH = 'resources.sync/events.fields';

const factsOf = (event: Event): Parameters<typeof Facts>[0]['facts'] => [
  [`${PATH}.kind`, <EventKind key="kind" kind={event.kind} />],
  [`${PATH}.entity`, <EntityLink key="entity" kind={event.entity} localId={event.local_id} bitrixId={event.bitrix_id} />],
  [`${PATH}.state`, <StateChip key="state" of="event" value={event.state} />],
  [`${PATH}.reason`, event.reason],
  [`${PATH}.error`, event.error],
  [`${PATH}.attempts`, event.attempts],
  [`${PATH}.received_at`, <Moment key="received" value={event.received_at} to="second" />],
  [`${PATH}.due_at`, <Moment key="due" value={event.due_at} to="second" />],
  [`${PATH}.finished_at`, event.finished_at && <Moment key="finished" value={event.finished_at} to="second" />],
  [`${PATH}.external_id`, event.external_id],
  [`${PATH}.request_id`, event.request_id],
];

export default EventShow;
