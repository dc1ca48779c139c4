import { Card, CardContent } from '@mui/material';
import { Title } from 'ra-ui-materialui';
import type { ReactNode } from 'react';

/** A page of our own: its title (a key of the texts) in the app bar, its content on a card. */
export const Page = ({ title, children }: { title: string; children: ReactNode }) => (
  <>
    <Title title={title} />
    <Card sx={{ mt: 2 }}>
      <CardContent>{children}</CardContent>
    </Card>
  </>
);
