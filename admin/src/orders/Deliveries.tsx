import LocalShippingIcon from '@mui/icons-material/LocalShipping';
import { Box } from '@mui/material';
import { useListContext } from 'ra-core';
import { SelectInput } from 'ra-ui-materialui';

import { choices } from '../ui/choices';
import { EmptyState } from '../ui/EmptyState';
import { List } from '../ui/List';
import { POLL_MS } from './asking';
import { DeliveryCard } from './DeliveryCard';
import { StatusTabs } from './StatusTabs';
import type { Order, Status } from './types';

const SOONEST = { field: 'delivery_date', order: 'ASC' } as const;
const OF_COURIERS: Status[] = ['in_delivery', 'assembled', 'delivered'];
const filters = [
  <SelectInput
    key="delivery"
    source="delivery"
    label="orders.filter.delivery"
    choices={choices(['today', 'tomorrow'], 'orders.day')}
    alwaysOn
  />,
];
const none = <EmptyState icon={<LocalShippingIcon />} title="orders.deliveries.empty" hint="orders.deliveries.hint" />;

/** What a courier sees: where to go and whom to call. The API lists the own deliveries only. */
export const Deliveries = () => (
  <List
    component="div"
   
    title="orders.deliveries.title"
    actions={false}
    sort={SOONEST}
    filters={filters}
    filterDefaultValues={{ status: 'in_delivery' }}
    empty={false}
    queryOptions={{ refetchInterval: POLL_MS }}
  >
    <StatusTabs statuses={OF_COURIERS} />
    <Cards />
  </List>
);

const Cards = () => {
  const { data, total } = useListContext<Order>();
  if (total === 0) return none;
  return (
    <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' } }}>
      {data?.map((order) => (
        <DeliveryCard key={order.id} order={order} />
      ))}
    </Box>
  );
};
