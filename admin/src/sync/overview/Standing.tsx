import { Box, Card, CardContent, Link, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';

import { Facts } from '../../ui/Facts';
import { Span } from '../../ui/Span';
import { formatSpan } from '../../ui/spans';
import { StateChip } from '../shared/StateChip';
import type { Overview } from '../troubles';

/** What waits on either side, and how the site is, at this moment. */
export const Standing = ({ seen }: { seen: Overview }) => (
  <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))' }}>
    <Inbox {...seen} />
    <Outbox {...seen} />
    <Site {...seen.site} />
  </Box>
);

const Inbox = ({ inbox, rejected }: Overview) => (
  <Panel title="sync.overview.inbox" to="/sync/events">
    <Facts
      facts={[
        ['sync.overview.waits', inbox.pending],
        ['sync.overview.parked', inbox.parked],
        ['sync.overview.dead', inbox.dead],
        ['sync.overview.rejected', rejected],
        ['sync.overview.oldest', <Age key="age" seconds={inbox.oldest_s} />],
      ]}
    />
  </Panel>
);

const Outbox = ({ outbox, conflicts_open }: Overview) => (
  <Panel title="sync.overview.outbox" to="/sync/outbox">
    <Facts
      facts={[
        ['sync.overview.waits', outbox.pending],
        ['sync.overview.due', outbox.due],
        ['sync.overview.dead', outbox.dead],
        ['sync.overview.conflicts', conflicts_open],
        ['sync.overview.oldest', <Age key="age" seconds={outbox.oldest_s} />],
      ]}
    />
  </Panel>
);

const Site = ({ breaker, retry_after_s, outcome, seconds, age_s }: Overview['site']) => {
  const translate = useTranslate();
  return (
    <Panel title="sync.overview.site">
      <Facts
        facts={[
          ['sync.overview.breaker', <StateChip key="breaker" of="breaker" value={breaker} />],
          ...(breaker === 'closed' ? [] : [retryIn(retry_after_s)]),
          ['sync.overview.last_call', outcome === null ? translate('sync.overview.never') : <Took {...{ outcome, seconds }} />],
          ['sync.overview.last_call_age', age_s === null ? null : <Ago key="ago" seconds={age_s} />],
        ]}
      />
    </Panel>
  );
};

const retryIn = (seconds: number): [string, ReactNode] => ['sync.overview.retry_in', <Span key="retry" value={seconds} />];

const Took = ({ outcome, seconds }: { outcome: string; seconds: number | null }) => {
  const told = useTranslate()(`sync.code.outcome.${outcome}`, { _: outcome });
  return seconds === null ? told : <>{told}, <Span value={seconds} /></>;
};

const Ago = ({ seconds }: { seconds: number }) => {
  const translate = useTranslate();
  return translate('sync.overview.ago', { span: formatSpan(seconds, useLocale()) });
};

const Age = ({ seconds }: { seconds: number }) => (seconds > 0 ? <Span value={seconds} /> : '—');

const Panel = ({ title, to, children }: { title: string; to?: string; children: ReactNode }) => {
  const translate = useTranslate();
  return (
    <Card>
      <CardContent>
        <Typography variant="h6" component="h2" gutterBottom>
          {to ? (
            <Link component={RouterLink} to={to}>
              {translate(title)}
            </Link>
          ) : (
            translate(title)
          )}
        </Typography>
        {children}
      </CardContent>
    </Card>
  );
};
