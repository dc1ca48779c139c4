import { Box, Paper, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';

export interface Stat {
  /** A key of the texts. */
  label: string;
  value: ReactNode;
  /** Somebody should look. */
  alarming?: boolean;
}

/** Numbers to be seen at a glance. */
export const Stats = ({ stats }: { stats: Stat[] }) => {
  const translate = useTranslate();
  return (
    <Box component="dl" sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'repeat(auto-fill, minmax(160px, 1fr))', m: 0 }}>
      {stats.map(({ label, value, alarming }) => (
        <Paper key={label} sx={{ p: 1.5, display: 'flex', flexDirection: 'column-reverse', justifyContent: 'flex-end' }}>
          <Typography component="dt" variant="body2" color="text.secondary">
            {translate(label)}
          </Typography>
          <Typography component="dd" color={alarming ? 'error' : undefined} sx={{ m: 0, fontSize: '1.1rem', fontWeight: 600 }}>
            {value ?? '—'}
          </Typography>
        </Paper>
      ))}
    </Box>
  );
};
