import { Box } from '@mui/material';
import { Title } from 'ra-ui-materialui';
import type { ReactNode } from 'react';

/** A page of sections, two abreast where there is room. Its title is a key of the texts. */
export const Sections = ({ title, children }: { title: string; children: ReactNode }) => (
  <>
    <Title title={title} />
    <Box
      sx={{ mt: 2, display: 'grid', gap: 2, alignItems: 'start', gridTemplateColumns: { xs: '1fr', lg: '1fr 1fr' } }}
    >
      {children}
    </Box>
  </>
);
