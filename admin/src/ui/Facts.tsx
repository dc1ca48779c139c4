import { Box, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Fragment, type ReactNode } from 'react';

/** Names (keys of the texts) with their values, as a list of definitions. */
export const Facts = ({ facts }: { facts: [label: string, value: ReactNode][] }) => {
  const translate = useTranslate();
  return (
    <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 3, rowGap: 1, m: 0 }}>
      {facts.map(([label, value]) => (
        <Fragment key={label}>
          <Typography component="dt" color="text.secondary">
            {translate(label)}
          </Typography>
          <Typography component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
            {value ?? '—'}
          </Typography>
        </Fragment>
      ))}
    </Box>
  );
};
