import { Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslate } from 'ra-core';
import { Title } from 'ra-ui-materialui';

import { answer, api } from '../api/client';
import { Loaded } from '../ui/Loaded';
import { Section } from '../ui/Section';
import { Stats } from '../ui/Stats';
import { Best } from './Best';

/** How many clients there are, how many came back, and who spent most this month. */
const StatisticsPage = () => {
  const translate = useTranslate();
  const percent = new Intl.NumberFormat(useLocale(), { style: 'percent', maximumFractionDigits: 1 });
  const query = useQuery({
    queryKey: ['clients', 'dashboard'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/clients/stats/dashboard', { signal })),
  });
  return (
    <Stack spacing={2} sx={{ mt: 2 }}>
      <Title title="clients.statistics.title" />
      <Loaded query={query}>
        {(found) => (
          <>
            <Stats
              stats={[
                { label: 'clients.statistics.total', value: found.total },
                { label: 'clients.statistics.new_this_month', value: found.new_this_month },
                { label: 'clients.statistics.ordered', value: found.ordered },
                { label: 'clients.statistics.repeat', value: found.repeat },
                { label: 'clients.statistics.repeat_rate', value: percent.format(found.repeat_rate) },
              ]}
            />
            <Section title="clients.statistics.top">
              {found.top_of_the_month.length > 0 ? (
                <Best clients={found.top_of_the_month} />
              ) : (
                <Typography color="text.secondary">{translate('clients.statistics.nobody')}</Typography>
              )}
            </Section>
          </>
        )}
      </Loaded>
    </Stack>
  );
};

export default StatisticsPage;
