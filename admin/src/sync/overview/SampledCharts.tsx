import { Box, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';

import { Chart, type ChartProps, type Series } from '../../ui/Chart';
import { ages, answerTimes, breaker, calls, depths, isSampled, type Bucket, type Outcome } from './rows';

interface Props {
  buckets: Bucket[];
  series: (key: string, color: string) => Series;
  colors: Record<Outcome, string>;
  times: Pick<ChartProps, 'tick' | 'moment'>;
}

/** What is known only because somebody looked each minute; a minute in which nobody did is a gap. */
export const SampledCharts = ({ buckets, series, colors, times }: Props) => {
  const translate = useTranslate();
  const title = (name: string) => translate(`sync.overview.chart.${name}`);
  const { applied, unchanged, parked, dead } = colors;
  if (!isSampled(buckets)) return <NotSampled />;
  return (
    <>
      <Chart
        title={title('depth')}
        kind="lines"
        gaps
        rows={depths(buckets)}
        series={[series('owed', parked), series('dead', dead)]}
        {...times}
      />
      <Chart
        title={title('age')}
        kind="lines"
        gaps
        rows={ages(buckets)}
        series={[series('debt', parked), series('event', unchanged)]}
        {...times}
      />
      <Chart title={title('answer_time')} kind="lines" gaps rows={answerTimes(buckets)} series={[series('mean', applied)]} {...times} />
      <Chart
        title={title('calls')}
        kind="bars"
        rows={calls(buckets)}
        series={[series('answered', applied), series('failed', dead)]}
        {...times}
      />
      <Box sx={{ gridColumn: '1 / -1' }}>
        <Chart
          title={title('breaker')}
          kind="band"
          rows={breaker(buckets)}
          series={[series('closed', applied), series('half_open', parked), series('open', dead)]}
          {...times}
        />
      </Box>
    </>
  );
};

const NotSampled = () => {
  const translate = useTranslate();
  return (
    <Typography color="text.secondary" sx={{ gridColumn: '1 / -1' }}>
      {translate('sync.overview.chart.not_sampled')}
    </Typography>
  );
};
