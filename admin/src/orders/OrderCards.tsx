import { Box } from '@mui/material';
import { useListContext } from 'ra-core';

import { OrderCard } from './OrderCard';
import type { Order } from './types';

/** The list where a table has no room. */
export const OrderCards = () => {
  const { data } = useListContext<Order>();
  return (
    <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: { sm: '1fr 1fr' } }}>
      {data?.map((order) => (
        <OrderCard key={order.id} order={order} withStatus />
      ))}
    </Box>
  );
};
