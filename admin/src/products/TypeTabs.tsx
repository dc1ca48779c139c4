import { Tab, Tabs } from '@mui/material';
import { useListContext, useTranslate } from 'ra-core';

import { useSummary } from './useSummary';

const TABS = ['all', 'vitrina', 'catalog'] as const;

/** Ready made, made to order, or all; the other kinds are asked for by the filter. */
export const TypeTabs = () => {
  const translate = useTranslate();
  const { filterValues, setFilters, displayedFilters } = useListContext();
  const { data: summary } = useSummary();
  const { type = 'all', ...rest } = filterValues as { type?: string };
  const choose = (tab: string) => setFilters(tab === 'all' ? rest : { ...rest, type: tab }, displayedFilters);
  const countOf = (tab: string) => (tab === 'all' ? summary?.total : (summary?.by_type[tab] ?? 0));
  return (
    <Tabs
      value={TABS.some((tab) => tab === type) ? type : false}
      onChange={(_, tab: string) => choose(tab)}
      aria-label={translate('resources.products.fields.type')}
      sx={{ px: { sm: 2 }, borderBottom: 1, borderColor: 'divider' }}
    >
      {TABS.map((tab) => (
        <Tab
          key={tab}
          value={tab}
          label={`${translate(`products.tab.${tab}`)}${summary ? ` · ${countOf(tab)}` : ''}`}
          sx={{ px: { xs: 1.25, sm: 2 } }}
        />
      ))}
    </Tabs>
  );
};
