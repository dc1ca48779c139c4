import { Box, Card, CardContent, Link, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';

import { Ahead, Distance } from '../../ui/Span';
import { RunProgress } from '../runs/RunProgress';
import { partsOf } from '../runs/progress';
import { runAt, type Overview } from '../troubles';

/** Runs: those that are going, the last whole ones, and when the next ones begin. */
export const Comparisons = ({ seen }: { seen: Overview }) => {
  const translate = useTranslate();
  return (
    <Card>
      <CardContent sx={{ display: 'grid', gap: 3, gridTemplateColumns: { md: '1fr 1fr' } }}>
        {seen.runs.length > 0 && (
          <Box sx={{ gridColumn: '1 / -1' }}>
            <Heading title="sync.overview.under_way" />
            {seen.runs.map((run) => (
              <Box key={run.id} sx={{ mb: 1 }}>
                <Link component={RouterLink} to={runAt(run.id)}>
                  {translate('sync.runs.show', { id: run.id })}
                </Link>
                {partsOf(run).map((part) => (
                  <RunProgress key={part.id} run={part} />
                ))}
              </Box>
            ))}
          </Box>
        )}
        <div>
          <Heading title="sync.overview.compared" />
          {seen.compared.map((kind) => (
            <Compared key={kind.scope} {...kind} />
          ))}
        </div>
        <div>
          <Heading title="sync.overview.next" />
          {seen.next_runs.map(({ name, at }) => (
            <Typography key={name}>
              {translate(`sync.job.${name}.name`, { _: name })}: {at ? <Ahead value={at} /> : translate('sync.overview.off')}
            </Typography>
          ))}
        </div>
      </CardContent>
    </Card>
  );
};

const Heading = ({ title }: { title: string }): ReactNode => {
  const translate = useTranslate();
  return (
    <Typography variant="h6" component="h2" gutterBottom>
      {translate(title)}
    </Typography>
  );
};

const Compared = ({ scope, run_id, at, counts }: Overview['compared'][number]) => {
  const translate = useTranslate();
  const name = translate(`sync.code.scope.${scope}`, { _: scope });
  if (run_id === null || at === null) return <Typography>{translate('sync.overview.compared_never', { scope: name })}</Typography>;
  const { compared = 0, repaired = 0, left = 0 } = counts;
  return (
    <Box sx={{ mb: 1 }}>
      <Link component={RouterLink} to={runAt(run_id)}>
        {name}
      </Link>
      : <Distance value={at} />
      <Typography variant="body2" color="text.secondary">
        {translate('sync.overview.compared_counts', { compared, repaired, left })}
      </Typography>
    </Box>
  );
};
