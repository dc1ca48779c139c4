import { Box, Card, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslate } from 'ra-core';
import { Title } from 'ra-ui-materialui';
import type { ReactNode } from 'react';

import { answer, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { Bars } from '../../ui/Bars';
import { Loaded } from '../../ui/Loaded';
import { Money } from '../../ui/Money';
import { Section } from '../../ui/Section';
import { STATUSES } from '../orders/moves';

type Figures = Schemas['PlatformFigures'];
const A_MINUTE = 60_000;

const StatsPage = () => {
  const query = useQuery({
    queryKey: ['superadmin', 'stats'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/superadmin/stats', { signal })),
    refetchInterval: A_MINUTE,
  });
  return (
    <>
      <Title title="superadmin.menu.stats" />
      <Loaded query={query}>
        {(figures) => (
          <Box sx={{ mt: 2, display: 'grid', gap: 2 }}>
            <Tiles figures={figures} />
            <ByStatus figures={figures} />
          </Box>
        )}
      </Loaded>
    </>
  );
};

const Tiles = ({ figures }: { figures: Figures }) => {
  const translate = useTranslate();
  const number = new Intl.NumberFormat(useLocale());
  const part = (active: number) => translate('superadmin.stats.active', { number: number.format(active) });
  const today = translate('superadmin.stats.in_all');
  return (
    <Box
      component="dl"
      sx={{ m: 0, display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(min(160px, 100%), 1fr))' }}
    >
      <Tile name="shops" value={number.format(figures.shops)} more={part(figures.active_shops)} />
      <Tile name="users" value={number.format(figures.users)} more={part(figures.active_users)} />
      <Tile name="products" value={number.format(figures.products)} more={part(figures.enabled_products)} />
      <Tile name="orders_today" value={number.format(figures.orders_today)} more={`${today} ${number.format(figures.orders)}`} />
      <Tile
        name="revenue_today"
        value={<Money value={figures.revenue_today} />}
        more={
          <>
            {today} <Money value={figures.revenue} />
          </>
        }
      />
    </Box>
  );
};

const Tile = ({ name, value, more }: { name: string; value: ReactNode; more: ReactNode }) => {
  const translate = useTranslate();
  return (
    <Card sx={{ p: 2 }}>
      <Typography component="dt" color="text.secondary">
        {translate(`superadmin.stats.${name}`)}
      </Typography>
      <Typography component="dd" variant="h5" sx={{ m: 0, fontWeight: 600 }}>
        {value}
      </Typography>
      <Typography component="dd" variant="body2" color="text.secondary" sx={{ m: 0 }}>
        {more}
      </Typography>
    </Card>
  );
};

const ByStatus = ({ figures }: { figures: Figures }) => {
  const translate = useTranslate();
  const rows = STATUSES.map((status) => ({
    key: status,
    label: translate(`orders.status.${status}`),
    value: figures.orders_by_status[status] ?? 0,
    color: status === 'cancelled' ? 'text.disabled' : 'primary.main',
  }));
  return (
    <Section title="superadmin.stats.by_status">
      <Bars rows={rows} label={translate('superadmin.stats.by_status')} />
    </Section>
  );
};

export default StatsPage;
