import LocalFloristIcon from '@mui/icons-material/LocalFlorist';
import { Avatar, Box, Card, CardContent, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'ra-core';
import { LocalesMenuButton, ToggleThemeButton } from 'ra-ui-materialui';
import { useEffect, type ReactNode } from 'react';

import { Spoken } from '../ui/Spoken';

const PETALS =
  'radial-gradient(40rem 30rem at 8% 0%, rgba(160,43,99,.28), transparent 70%),' +
  'radial-gradient(36rem 28rem at 95% 100%, rgba(47,111,83,.30), transparent 70%)';

/** The page that somebody sees who is not signed in: what it is for (a key of the texts), and its form. */
export const Entrance = ({ title, children }: { title: string; children: ReactNode }) => {
  const locale = useLocale();
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return (
    <Spoken>
      <Box
        component="main"
        sx={{ minHeight: '100dvh', display: 'grid', placeItems: 'center', p: 2, backgroundImage: PETALS }}
      >
        <Card sx={{ width: 1, maxWidth: 400, borderRadius: 4 }}>
          <Box sx={{ display: 'flex', justifyContent: 'flex-end', p: 1, pb: 0 }}>
            <LocalesMenuButton />
            <ToggleThemeButton />
          </Box>
          <CardContent sx={{ px: { xs: 3, sm: 5 }, pb: 5, pt: 0 }}>
            <Heading title={title} />
            {children}
          </CardContent>
        </Card>
      </Box>
    </Spoken>
  );
};

const Heading = ({ title }: { title: string }) => {
  const translate = useTranslate();
  return (
    <Box sx={{ textAlign: 'center', mb: 3 }}>
      <Avatar sx={{ bgcolor: 'primary.main', width: 56, height: 56, mx: 'auto', mb: 1.5 }}>
        <LocalFloristIcon fontSize="large" />
      </Avatar>
      <Typography variant="h5" component="h1" sx={{ fontWeight: 700 }}>
        Cvety
      </Typography>
      <Typography color="text.secondary">{translate(title)}</Typography>
    </Box>
  );
};
