import { Box, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Title } from 'ra-ui-materialui';
import type { ReactElement, ReactNode } from 'react';

interface Props {
  icon: ReactElement;
  title: string;
  hint: string;
  children?: ReactNode;
}

/** Says instead of a page why it is not there, and what to do. */
export const Notice = ({ icon, title, hint, children }: Props) => {
  const translate = useTranslate();
  return (
    <Box role="alert" sx={{ textAlign: 'center', mx: 'auto', my: 6, px: 2, maxWidth: 560 }}>
      <Title title={title} />
      <Box sx={{ color: 'primary.main', '& svg': { fontSize: 64 } }}>{icon}</Box>
      <Typography variant="h5" component="h1" gutterBottom>
        {translate(title)}
      </Typography>
      <Typography color="text.secondary" sx={{ mb: 3 }}>
        {translate(hint)}
      </Typography>
      {children}
    </Box>
  );
};
