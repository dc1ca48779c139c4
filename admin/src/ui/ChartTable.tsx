import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useLocale, useTranslate } from 'ra-core';

import type { ChartProps, Row } from './Chart';

/** The numbers of a chart, newest first, for who wants to read them. Rows where nothing happened are left out. */
export const ChartTable = ({ title, rows, series, moment }: ChartProps) => {
  const translate = useTranslate();
  const locale = useLocale();
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const told = (value: Row[string] | undefined) => (typeof value === 'number' ? number.format(value) : '—');
  const happened = rows.filter((row) => series.some(({ key }) => row[key])).reverse();
  return (
    <Box component="details" sx={{ fontSize: 'body2.fontSize', color: 'text.secondary' }}>
      <summary>{translate('app.chart.table')}</summary>
      <Box sx={{ maxHeight: 260, overflow: 'auto' }} tabIndex={0} role="region" aria-label={title}>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{translate('app.chart.at')}</TableCell>
              {series.map(({ key, label }) => (
                <TableCell key={key} align="right">
                  {label}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {happened.map((row) => (
              <TableRow key={row.at}>
                <TableCell component="th" scope="row">
                  {moment(row.at)}
                </TableCell>
                {series.map(({ key }) => (
                  <TableCell key={key} align="right">
                    {told(row[key])}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
    </Box>
  );
};
