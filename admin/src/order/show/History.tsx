import { Box, Button, Typography } from '@mui/material';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';

import { answer, api } from '../../api/client';
import { Loading } from '../../ui/Loading';
import { Moment } from '../../ui/Moment';
import { Section } from '../../ui/Section';
import { nameOf, useColleagues, type Member } from '../../ui/useColleagues';
import { useSaid } from '../../ui/useSaid';
import { entriesOf, type Entry } from '../timeline';
import type { Order } from '../types';
import { Changed } from './Changed';

const AT_ONCE = 50;

/** Every change, the newest first: who, when, from what to what and why. */
export const History = ({ order }: { order: Order }) => {
  const translate = useTranslate();
  const said = useSaid();
  const team = useColleagues();
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useHistory(order);
  const rows = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Section title="order.history.title">
      {error && <Typography color="error">{said(error)}</Typography>}
      {!data && !error && <Loading />}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, pl: 1 }}>
        {entriesOf(rows).map((entry) => (
          <Happened key={entry.id} entry={entry} team={team} />
        ))}
      </Box>
      {hasNextPage && (
        <Button onClick={() => fetchNextPage()} loading={isFetchingNextPage}>
          {translate('order.history.earlier')}
        </Button>
      )}
    </Section>
  );
};

const Happened = ({ entry, team }: { entry: Entry; team: Member[] | undefined }) => {
  const translate = useTranslate();
  return (
    <Box component="li" sx={{ borderLeft: 2, borderColor: 'divider', pl: 2, pb: 2, position: 'relative' }}>
      <Dot actor={entry.actor} />
      <Typography variant="body2" color="text.secondary">
        <Box component="span" sx={{ fontWeight: 600, color: 'text.primary' }}>
          {whose(entry, team, translate)}
        </Box>{' '}
        · <Moment value={entry.at} />
      </Typography>
      {entry.changes.map((change) => (
        <Changed key={change.id} change={change} team={team} />
      ))}
      {entry.forced && (
        <Typography variant="body2" color="warning.main">
          {translate('order.history.forced')}
        </Typography>
      )}
      {entry.notes.map((note) => (
        <Typography key={note} variant="body2" sx={{ fontStyle: 'italic', overflowWrap: 'anywhere' }}>
          {translate(`order.history.note.${note}`, { _: note })}
        </Typography>
      ))}
    </Box>
  );
};

const COLORS: Record<string, string> = { bitrix: 'info.main', user: 'primary.main', customer: 'secondary.main' };

const Dot = ({ actor }: { actor: string }) => (
  <Box
    aria-hidden
    sx={{
      position: 'absolute',
      left: -7,
      top: 4,
      width: 12,
      height: 12,
      borderRadius: '50%',
      bgcolor: COLORS[actor] ?? 'text.disabled',
    }}
  />
);

const whose = ({ actor, actorId }: Entry, team: Member[] | undefined, translate: ReturnType<typeof useTranslate>): string => {
  const kind = translate(`order.actor.${actor}`, { _: actor });
  if (actor === 'user') return nameOf(team, actorId) ?? kind;
  return actor === 'bitrix' && actorId !== null ? `${kind} (${actorId})` : kind;
};

const useHistory = ({ id, version }: Order) =>
  useInfiniteQuery({
    queryKey: ['orders', 'history', id, version],
    queryFn: ({ pageParam, signal }) => {
      const params = { path: { order_id: id }, query: { limit: AT_ONCE, ...(pageParam && { cursor: pageParam }) } };
      return answer(api.GET('/api/v1/orders/{order_id}/history', { params, signal }));
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: (before) => before,
  });
