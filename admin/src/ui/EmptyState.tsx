import { Box, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { ReactElement, ReactNode } from 'react';

interface Props {
  icon: ReactElement;
  /** Keys of the texts: what is not there, and what to do about it. */
  title: string;
  hint: string;
  /** The button that does it. */
  children?: ReactNode;
}

export const EmptyState = ({ icon, title, hint, children }: Props) => {
  const translate = useTranslate();
  return (
    <Box sx={{ textAlign: 'center', p: { xs: 3, sm: 6 }, color: 'text.secondary', width: 1 }}>
      <Box sx={{ mb: 1, '& svg': { fontSize: 56, opacity: 0.5 } }}>{icon}</Box>
      <Typography variant="h6" component="h2" color="text.primary">
        {translate(title)}
      </Typography>
      <Typography sx={{ mt: 0.5, mb: 2 }}>{translate(hint, { _: hint })}</Typography>
      {children}
    </Box>
  );
};
