import { Box, Skeleton, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { lazy, Suspense } from 'react';

import { ChartTable } from './ChartTable';

const Plot = lazy(() => import('./Plot'));

const HEIGHT = { bars: 200, lines: 200, band: 110 };

export interface Series {
  key: string;
  label: string;
  color: string;
}
/** A row of numbers by the keys of the series; `at` tells its time. */
export interface Row {
  at: string;
  [key: string]: string | number | null;
}
export interface ChartProps {
  title: string;
  rows: Row[];
  series: Series[];
  /** A band is of bars that all add up to the same, where nothing is missing: its heights need no axis. */
  kind: keyof typeof HEIGHT;
  /** Lines stop where a number is missing; else they go on to the next one. */
  gaps?: boolean;
  /** How a time is told below the axis, and in full. */
  tick: (at: string) => string;
  moment: (at: string) => string;
}

/** A picture of numbers over time; the numbers themselves are a table below, for those who cannot see it too. */
export const Chart = (props: ChartProps) => {
  const translate = useTranslate();
  const { title, rows, series, kind } = props;
  const isEmpty = rows.every((row) => series.every(({ key }) => !row[key]));
  return (
    <Box component="figure" sx={{ m: 0, minWidth: 0 }}>
      <Typography component="figcaption" variant="subtitle2" sx={{ mb: 1 }}>
        {title}
      </Typography>
      {isEmpty ? (
        <Typography color="text.secondary" sx={{ py: 3 }}>
          {translate('app.chart.nothing')}
        </Typography>
      ) : (
        <>
          <Box role="img" aria-label={translate('app.chart.summary', { title })} sx={{ height: HEIGHT[kind] }}>
            <Suspense fallback={<Skeleton variant="rounded" height={HEIGHT[kind]} />}>
              <Plot {...props} />
            </Suspense>
          </Box>
          <ChartTable {...props} />
        </>
      )}
    </Box>
  );
};
