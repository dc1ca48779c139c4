import { Card, CardContent, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useId, type ReactNode } from 'react';

interface Props {
  /** Keys of the texts. */
  title: string;
  hint?: string;
  children: ReactNode;
}

/** One matter of a page that has several: its heading on a card of its own. */
export const Section = ({ title, hint, children }: Props) => {
  const translate = useTranslate();
  const id = useId();
  return (
    <Card component="section" aria-labelledby={id}>
      <CardContent sx={{ p: { xs: 2, sm: 3 } }}>
        <Typography id={id} variant="h6" component="h2">
          {translate(title)}
        </Typography>
        {hint && <Typography color="text.secondary">{translate(hint)}</Typography>}
        <div style={{ marginTop: 16 }}>{children}</div>
      </CardContent>
    </Card>
  );
};
