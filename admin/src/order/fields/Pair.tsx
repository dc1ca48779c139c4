import { Box } from '@mui/material';
import type { ReactNode } from 'react';

/** Two fields beside each other, below each other where one would be narrower than `least`. */
export const Pair = ({ least = 160, children }: { least?: number; children: ReactNode }) => (
  <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: `repeat(auto-fit, minmax(min(100%, max(${least}px, 40%)), 1fr))` }}>{children}</Box>
);
