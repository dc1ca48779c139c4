import { Card, CardContent, Rating, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslate } from 'ra-core';

import { answer, api } from '../api/client';
import { Bars } from '../ui/Bars';
import { RATINGS } from './types';
import { useTotals } from './useTotals';

const STAR = '#faaf00'; // the colour of the library's
const KINDS = RATINGS.map((rating) => ({ rating, status: 'published' as const }));

/** What customers see of the shop, and how its published reviews fall on the stars. */
export const Figures = () => {
  const translate = useTranslate();
  const totals = useTotals(KINDS);
  if (!totals.some(Boolean)) return null;
  const rows = RATINGS.map((stars, i) => ({
    key: String(stars),
    label: translate('reviews.stars', stars),
    value: totals[i] ?? 0,
    color: STAR,
  }));
  return (
    <Card component="section" aria-label={translate('reviews.figures')} sx={{ mt: 2, maxWidth: 720 }}>
      <CardContent>
        <Stack direction={{ xs: 'column', sm: 'row' }} spacing={3} sx={{ '& dl': { flex: 1 } }}>
          <OfTheShop />
          <Bars rows={rows} label={translate('reviews.figures')} />
        </Stack>
      </CardContent>
    </Card>
  );
};

const OfTheShop = () => {
  const translate = useTranslate();
  const locale = useLocale();
  const { data } = useQuery({
    queryKey: ['reviews', 'rating'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/reviews/company', { params: { query: { rating: true, limit: 1 } }, signal })),
  });
  const { average, count = 0 } = data?.rating ?? {};
  if (!average) return null;
  return (
    <div>
      <Typography variant="h4" component="p">
        {new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(average)}
      </Typography>
      <Rating value={average} precision={0.1} readOnly aria-hidden />
      <Typography variant="body2" color="text.secondary">
        {translate('reviews.average', count)}
      </Typography>
    </div>
  );
};
