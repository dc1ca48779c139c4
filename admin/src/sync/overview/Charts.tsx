import { Box, useTheme } from '@mui/material';
import { useLocale, useTranslate } from 'ra-core';

import type { Schemas } from '../../api/types';
import { Chart, type Series } from '../../ui/Chart';
import { formatMoment } from '../../ui/Moment';
import { useZone } from '../../ui/useZone';
import { backlog, drift, latencies, occurring, perMinute, type Outcome } from './rows';
import { SampledCharts } from './SampledCharts';

export const Charts = ({ stats: { window, bucket_s, buckets } }: { stats: Schemas['Stats'] }) => {
  const translate = useTranslate();
  const colors = useColors();
  const times = useTimes(window === '30d');
  const webhooks = perMinute(buckets, bucket_s);
  const outcomes = occurring(webhooks).map((key) => ({ key, label: translate(`sync.code.event.${key}`), color: colors[key] }));
  const title = (name: string) => translate(`sync.overview.chart.${name}`);
  const series = (key: string, color: string): Series => ({ key, label: title(key), color });
  const { applied, parked, dead } = colors;
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' } }}>
      <Chart title={title('webhooks')} kind="bars" rows={webhooks} series={outcomes} {...times} />
      <Chart
        title={title('latency')}
        kind="lines"
        rows={latencies(buckets)}
        series={[series('p50', applied), series('p95', parked)]}
        {...times}
      />
      <Chart title={title('backlog')} kind="bars" rows={backlog(buckets)} series={[series('waiting', parked)]} {...times} />
      <Chart
        title={title('drift')}
        kind="bars"
        rows={drift(buckets)}
        series={[series('repaired', applied), series('left', dead)]}
        {...times}
      />
      <SampledCharts buckets={buckets} series={series} colors={colors} times={times} />
    </Box>
  );
};

/** Apart from each other for most eyes, on light and on dark. */
const useColors = (): Record<Outcome, string> => {
  const dark = useTheme().palette.mode === 'dark';
  return dark
    ? { applied: '#4db88a', unchanged: '#7aa7d9', superseded: '#b39ddb', skipped: '#8d8d8d', parked: '#ffb74d', pending: '#fff176', dead: '#ff8a80' }
    : { applied: '#2f8f63', unchanged: '#5b8fc7', superseded: '#8e6bbf', skipped: '#9e9e9e', parked: '#e08a00', pending: '#d4b106', dead: '#c62828' };
};

const useTimes = (days: boolean) => {
  const locale = useLocale();
  const zone = useZone();
  const parts: Intl.DateTimeFormatOptions = days ? { day: 'numeric', month: 'short' } : { hour: '2-digit', minute: '2-digit' };
  const short = new Intl.DateTimeFormat(locale, { ...parts, timeZone: zone });
  return {
    tick: (at: string) => short.format(new Date(at)),
    moment: (at: string) => formatMoment(at, locale, zone),
  };
};
