import { Tab, Tabs } from '@mui/material';
import { useListContext, useTranslate } from 'ra-core';

import { STATUSES, type Status } from './types';
import { useTotals } from './useTotals';

const KINDS = STATUSES.map((status) => ({ status }));
const ALL = 'all';

/** The reviews by what was decided of them, those that wait first. */
export const StatusTabs = () => {
  const translate = useTranslate();
  const { filterValues, displayedFilters, setFilters } = useListContext();
  const totals = useTotals(KINDS);
  const choose = (status: Status | typeof ALL) =>
    setFilters({ ...filterValues, status: status === ALL ? undefined : status }, displayedFilters);
  return (
    <Tabs
      value={filterValues.status ?? ALL}
      onChange={(_, status) => choose(status)}
      variant="scrollable"
      allowScrollButtonsMobile
      aria-label={translate('resources.reviews.fields.status')}
      sx={{ mb: 2, maxWidth: { xs: 'calc(100vw - 16px)', sm: 1 } }}
    >
      {STATUSES.map((status, i) => (
        <Tab key={status} value={status} label={labelled(translate(`reviews.tab.${status}`), totals[i])} />
      ))}
      <Tab value={ALL} label={translate('reviews.tab.all')} />
    </Tabs>
  );
};

const labelled = (label: string, total: number | undefined) => (total === undefined ? label : `${label} (${total})`);
