import { Box, Tab, Tabs } from '@mui/material';
import { useListContext, useTranslate } from 'ra-core';

import { STATUSES, type Status } from './types';
import { useDashboard } from './useDashboard';

const ALL = 'all';
type Choice = Status | typeof ALL;

/** The statuses, each with how many orders the shop has in it. */
export const StatusTabs = ({ statuses = STATUSES }: { statuses?: Status[] }) => {
  const translate = useTranslate();
  const { filterValues, setFilters, displayedFilters } = useListContext();
  const dashboard = useDashboard();
  const counts: Partial<Record<Choice, number>> = dashboard
    ? { ...dashboard.by_status, [ALL]: dashboard.total }
    : {};
  const choose = (choice: Choice) =>
    setFilters({ ...filterValues, status: choice === ALL ? undefined : choice }, displayedFilters);
  return (
    <Tabs
      value={filterValues.status ?? ALL}
      onChange={(_event, choice: Choice) => choose(choice)}
      variant="scrollable"
      scrollButtons="auto"
      aria-label={translate('resources.orders.fields.status')}
      sx={{ mb: 1 }}
    >
      {([ALL, ...statuses] as Choice[]).map((choice) => (
        <Tab key={choice} value={choice} label={<Label name={`orders.status.${choice}`} count={counts[choice]} />} />
      ))}
    </Tabs>
  );
};

const Label = ({ name, count }: { name: string; count?: number }) => {
  const translate = useTranslate();
  return (
    <span>
      {translate(name)}
      {count !== undefined && (
        <Box component="span" sx={{ ml: 0.75, color: 'text.secondary', fontWeight: 400 }}>
          {count}
        </Box>
      )}
    </span>
  );
};
