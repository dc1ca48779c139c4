import { Box, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'ra-core';

import type { Run } from './progress';

const SHOWN = ['read', 'compared', 'found', 'repaired', 'left', 'listed'] as const;
const LABEL = { left: 'left_over' } as Partial<Record<(typeof SHOWN)[number], string>>;

/** What a run found and did, in numbers. */
export const RunCounts = ({ counts }: { counts: Run['counts'] }) => {
  const translate = useTranslate();
  const locale = useLocale();
  return (
    <Box component="dl" sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, mt: 2, mb: 0 }}>
      {SHOWN.map((name) => (
        <Box key={name} sx={{ display: 'flex', flexDirection: 'column-reverse' }}>
          <Typography component="dt" variant="body2" color="text.secondary">
            {translate(`sync.runs.${LABEL[name] ?? name}`)}
          </Typography>
          <Typography component="dd" variant="h5" sx={{ m: 0 }} color={name === 'left' && counts.left ? 'error' : undefined}>
            {(counts[name] ?? 0).toLocaleString(locale)}
          </Typography>
        </Box>
      ))}
    </Box>
  );
};
