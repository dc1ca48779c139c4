import { Alert, AlertTitle, Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslate } from 'ra-core';

import { answer, api } from '../api/client';
import type { Schemas } from '../api/types';
import { Loaded } from '../ui/Loaded';
import { Section } from '../ui/Section';
import { week, weekDay } from './hours';
import { whenChanges } from './whenChanges';

const A_MINUTE = 60_000;

export const OpenNow = () => {
  const query = useQuery({
    queryKey: ['shop', 'hours'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/shop/hours/current', { signal })),
    refetchInterval: A_MINUTE,
  });
  return (
    <Section title="shop.now.title">
      <Loaded query={query}>
        {(hours) => (
          <>
            <Standing {...hours} />
            <Week {...hours} />
          </>
        )}
      </Loaded>
    </Section>
  );
};

const Standing = ({ is_open, now, until, timezone }: Schemas['CurrentHours']) => {
  const translate = useTranslate();
  const locale = useLocale();
  const state = is_open ? 'open' : 'closed';
  const changes = until && whenChanges(until, now, timezone, locale);
  return (
    <Alert severity={is_open ? 'success' : 'warning'} role="status">
      <AlertTitle sx={{ mb: 0 }}>{translate(`shop.now.${state}`)}</AlertTitle>
      {changes ? translate(`shop.now.${state}_until`, { when: changes }) : translate(`shop.now.${state}_ever`)}
    </Alert>
  );
};

const Week = (hours: Schemas['CurrentHours']) => {
  const translate = useTranslate();
  const locale = useLocale();
  const today = weekDay(hours.now, hours.timezone);
  return (
    <Box component="table" sx={{ mt: 2, width: 1, maxWidth: 360, borderCollapse: 'collapse', '& th, & td': { py: 0.5 } }}>
      <caption style={{ textAlign: 'left' }}>{translate('shop.now.week', { zone: hours.timezone })}</caption>
      <tbody>
        {week(hours, locale).map(({ name, hours: told }, day) => (
          <Box component="tr" key={name} aria-current={day === today ? 'date' : undefined} sx={day === today ? TODAY : {}}>
            <Box component="th" scope="row" sx={{ textAlign: 'left', fontWeight: 'inherit' }}>
              {name}
            </Box>
            <Box component="td" sx={{ textAlign: 'right' }}>
              {told ?? translate('shop.hours.day_off')}
            </Box>
          </Box>
        ))}
      </tbody>
    </Box>
  );
};

const TODAY = { fontWeight: 700, color: 'primary.main' };
