import ScheduleIcon from '@mui/icons-material/Schedule';
import { Box, Card, CardContent, Chip, Typography } from '@mui/material';
import { useListContext, useLocale, useTranslate } from 'ra-core';

import type { Schemas } from '../../api/types';
import { useCan } from '../../auth/useCan';
import { EmptyState } from '../../ui/EmptyState';
import { List } from '../../ui/List';
import { Ahead, Distance } from '../../ui/Span';
import { formatSpan } from '../../ui/spans';
import { EditJob } from './EditJob';
import { RunJob } from './RunJob';
import { timingOf } from './timing';

type Job = Schemas['Job'] & { id: string };

const EVERY_MS = 10_000;
const ALL = 100;

const ScheduleList = () => (
  <List
    empty={false}
    actions={false}
    component="div"
    pagination={false}
    perPage={ALL}
    queryOptions={{ refetchInterval: EVERY_MS }}
  >
    <Jobs />
  </List>
);

const Jobs = () => {
  const { data, isPending } = useListContext<Job>();
  if (isPending) return null;
  if (!data?.length) return <EmptyState icon={<ScheduleIcon />} title="sync.overview.alone" hint="sync.overview.alone_hint" />;
  return (
    <Box sx={{ mt: 2, display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 340px), 1fr))' }}>
      {data.map((job) => (
        <JobCard key={job.name} job={job} />
      ))}
    </Box>
  );
};

const JobCard = ({ job }: { job: Job }) => {
  const translate = useTranslate();
  const name = translate(`sync.job.${job.name}.name`, { _: job.name });
  return (
    <Card component="article">
      <CardContent sx={{ display: 'flex', flexDirection: 'column', height: 1, gap: 0.5 }}>
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
          <Typography variant="h6" component="h2">
            {name}
          </Typography>
          {!job.enabled && <Chip size="small" color="warning" label={translate('sync.schedule.off')} />}
          {job.edited && job.enabled && <Chip size="small" color="info" label={translate('sync.schedule.edited')} />}
        </Box>
        <Typography variant="body2" color="text.secondary">
          {translate(`sync.job.${job.name}.why`, { _: job.why })}
        </Typography>
        <Typography sx={{ mt: 'auto', pt: 1, fontWeight: 600 }}>
          <Timing job={job} />
        </Typography>
        <Times job={job} />
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', mt: 1 }}>
          {useCan('sync.run_job') && <RunJob job={job} name={name} />}
          {useCan('sync.edit_schedule') && <EditJob job={job} name={name} />}
        </Box>
      </CardContent>
    </Card>
  );
};

const Timing = ({ job: { every, cron } }: { job: Job }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const { key, args } = timingOf(every, cron);
  return translate(key, { ...args, ...(every !== null && { span: formatSpan(every, locale) }) });
};

const Times = ({ job: { last_run_at, next_run_at } }: { job: Job }) => {
  const translate = useTranslate();
  return (
    <Typography variant="body2" component="div">
      <div>
        {translate('sync.schedule.last')}: {last_run_at ? <Distance value={last_run_at} /> : translate('sync.schedule.never')}
      </div>
      <div>
        {translate('sync.schedule.next')}: {next_run_at ? <Ahead value={next_run_at} /> : '—'}
      </div>
    </Typography>
  );
};

export default ScheduleList;
