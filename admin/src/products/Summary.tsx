import { Box, Card, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';

import type { Schemas } from '../api/types';
import { Money } from '../ui/Money';
import { useShopIsMirrored } from './useMirrored';
import { useSummary } from './useSummary';

/** How many products there are, in a line that scrolls on a phone instead of widening the page. */
export const Summary = () => {
  const { data } = useSummary();
  const translate = useTranslate();
  const isMirrored = useShopIsMirrored();
  if (!data) return <Box sx={{ height: 66 }} />;
  return (
    <Box component="dl" tabIndex={0} aria-label={translate('products.summary.label')} sx={{ display: 'flex', gap: 1, overflowX: 'auto', width: 0, minWidth: 1, m: 0, mt: 1.5, pb: 0.5 }}>
      {figures(data, isMirrored).map(([name, value]) => (
        <Figure key={name} name={name} value={value} />
      ))}
    </Box>
  );
};

const figures = (summary: Schemas['Summary'], isMirrored: boolean): [string, ReactNode][] => [
  ['total', summary.total],
  ['enabled', summary.enabled],
  ['disabled', summary.disabled],
  ['featured', summary.featured],
  ['without_image', summary.without_image],
  ...(isMirrored ? [['local_only', summary.local_only] as [string, ReactNode]] : []),
  ['average_price', summary.average_price === null ? '—' : <Money value={Math.round(summary.average_price / 100) * 100} />],
];

const Figure = ({ name, value }: { name: string; value: ReactNode }) => {
  const translate = useTranslate();
  return (
    <Card sx={{ px: 1.75, py: 0.75, flexShrink: 0, display: 'flex', flexDirection: 'column-reverse' }}>
      <Typography component="dt" variant="body2" color="text.secondary" noWrap>
        {translate(`products.summary.${name}`)}
      </Typography>
      <Typography component="dd" variant="h6" sx={{ m: 0, lineHeight: 1.3 }}>
        {value}
      </Typography>
    </Card>
  );
};
