import { Box } from '@mui/material';
import type { ReactNode } from 'react';

/** Two fields beside each other, below each other where one would be too narrow for its label. */
export const Pair = ({ children }: { children: ReactNode }) => (
  <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, max(200px, 40%)), 1fr))' }}>{children}</Box>
);
