import { Box } from '@mui/material';
import type { ReactNode } from 'react';

/** Two fields beside each other, below each other on a phone. */
export const Pair = ({ children }: { children: ReactNode }) => (
  <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' } }}>{children}</Box>
);
