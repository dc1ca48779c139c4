import { Box } from '@mui/material';
import { useLocale } from 'ra-core';
import { Fragment, type ReactNode } from 'react';

export interface BarRow {
  key: string;
  label: ReactNode;
  value: number;
  /** Of the theme's palette. */
  color?: string;
}

/** Numbers beside each other as bars; the numbers themselves are there to be read, so the bars are decoration. */
export const Bars = ({ rows, label }: { rows: BarRow[]; label: string }) => {
  const number = new Intl.NumberFormat(useLocale());
  const most = Math.max(1, ...rows.map(({ value }) => value));
  return (
    <Box
      component="dl"
      aria-label={label}
      sx={{ m: 0, display: 'grid', gridTemplateColumns: 'auto 1fr auto', gap: 1, columnGap: 2, alignItems: 'center' }}
    >
      {rows.map(({ key, label: name, value, color = 'primary.main' }) => (
        <Fragment key={key}>
          <dt>{name}</dt>
          <Box aria-hidden component="dd" sx={{ m: 0, height: 12, borderRadius: 6, bgcolor: 'action.hover' }}>
            <Box sx={{ height: 1, borderRadius: 6, bgcolor: color, width: value / most, minWidth: value && 6 }} />
          </Box>
          <Box component="dd" sx={{ m: 0, textAlign: 'right', fontVariantNumeric: 'tabular-nums' }}>
            {number.format(value)}
          </Box>
        </Fragment>
      ))}
    </Box>
  );
};
