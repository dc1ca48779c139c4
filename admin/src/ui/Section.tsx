import { Box, Card, CardContent, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useId, type ReactNode } from 'react';

interface Props {
  /** Keys of the texts. */
  title: string;
  hint?: string;
  /** Buttons beside the title. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A part of a page, with a heading of its own. */
export const Section = ({ title, hint, actions, children }: Props) => {
  const translate = useTranslate();
  const id = useId();
  return (
    <Card component="section" aria-labelledby={id}>
      <CardContent sx={{ '&:last-child': { pb: 2 } }}>
        <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1, mb: 1, minHeight: 36 }}>
          <Typography id={id} variant="h6" component="h2" sx={{ flexGrow: 1, fontSize: '1.05rem' }}>
            {translate(title)}
          </Typography>
          {actions}
        </Box>
        {hint && (
          <Typography color="text.secondary" sx={{ mb: 2 }}>
            {translate(hint)}
          </Typography>
        )}
        {children}
      </CardContent>
    </Card>
  );
};
