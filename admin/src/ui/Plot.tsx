import { useTheme } from '@mui/material';
import { useLocale } from 'ra-core';
import { Bar, CartesianGrid, ComposedChart, Legend, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';

import type { ChartProps, Row, Series } from './Chart';

const MARGIN = { top: 4, right: 8, bottom: 0, left: 0 };

/** What draws; loaded when the first chart is shown. */
const Plot = ({ rows, series, kind, gaps = false, tick, moment }: ChartProps) => {
  const { palette } = useTheme();
  const number = new Intl.NumberFormat(useLocale(), { maximumFractionDigits: 2 });
  const axis = { fontSize: 12, fill: palette.text.secondary };
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart data={rows} margin={MARGIN} accessibilityLayer={false} barCategoryGap={kind === 'band' ? 0 : '10%'}>
        <CartesianGrid stroke={palette.divider} vertical={false} />
        <XAxis dataKey="at" tickFormatter={tick} tick={axis} stroke={palette.divider} minTickGap={32} />
        <YAxis
          width={40}
          niceTicks="snap125"
          allowDecimals={!isCounted(rows, series)}
          tick={kind === 'band' ? false : axis}
          domain={kind === 'band' ? [0, 'dataMax'] : undefined}
          stroke={palette.divider}
          tickFormatter={(value) => number.format(value)}
        />
        <Tooltip
          labelFormatter={(at) => moment(String(at))}
          formatter={(value) => number.format(Number(value))}
          contentStyle={{ background: palette.background.paper, border: `1px solid ${palette.divider}`, borderRadius: 8 }}
          isAnimationActive={false}
        />
        <Legend itemSorter={null} wrapperStyle={{ fontSize: 12 }} />
        {series.map(kind === 'lines' ? line(gaps) : bar)}
      </ComposedChart>
    </ResponsiveContainer>
  );
};

/** Of what is counted there are no halves. */
const isCounted = (rows: Row[], series: Series[]) =>
  rows.every((row) => series.every(({ key }) => Number.isInteger(row[key] ?? 0)));

const bar = ({ key, label, color }: Series) => (
  <Bar key={key} dataKey={key} name={label} fill={color} stackId="all" isAnimationActive={false} />
);
const line = (gaps: boolean) => ({ key, label, color }: Series) => (
  <Line
    key={key}
    dataKey={key}
    name={label}
    stroke={color}
    strokeWidth={2}
    dot={{ r: 2 }}
    connectNulls={!gaps}
    isAnimationActive={false}
  />
);

export default Plot;
