import { Box } from '@mui/material';
import { useListContext } from 'ra-core';

import { NothingFound } from './NothingFound';
import { OrderCard } from './OrderCard';
import type { Order } from './types';

/** The list where a table has no room. */
export const OrderCards = () => {
  const { data } = useListContext<Order>();
  if (data?.length === 0) return <NothingFound />;
  return (
    <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' } }}>
      {data?.map((order) => (
        <OrderCard key={order.id} order={order} withStatus />
      ))}
    </Box>
  );
};
