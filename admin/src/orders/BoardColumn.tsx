import { Alert, Box, Button, Skeleton, Typography } from '@mui/material';
import { useInfiniteGetList, useListFilterContext, useListSortContext, useTranslate } from 'ra-core';

import { OF_ROWS } from '../data/rows';
import { POLL_MS, SLOW_POLL_MS } from './asking';
import { OrderCard } from './OrderCard';
import { isOver, type Order, type Status } from './types';

const FIRST = { page: 1, perPage: 10 };

const useColumn = (status: Status) => {
  const { filterValues } = useListFilterContext();
  const { sort } = useListSortContext();
  return useInfiniteGetList<Order>(
    'orders',
    { filter: { ...filterValues, status }, sort, pagination: FIRST, meta: OF_ROWS },
    { refetchInterval: isOver(status) ? SLOW_POLL_MS : POLL_MS },
  );
};

/** The orders of one status: the first few, and more for who asks. */
export const BoardColumn = ({ status }: { status: Status }) => {
  const translate = useTranslate();
  const column = useColumn(status);
  const { data, total, error, hasNextPage, isFetchingNextPage, fetchNextPage } = column;
  const orders = data?.pages.flatMap((page) => page.data) ?? [];
  const id = `column-${status}`;
  return (
    <Box component="section" aria-labelledby={id} sx={COLUMN}>
      <Typography id={id} component="h2" variant="subtitle2" sx={{ display: 'flex', gap: 1, px: 0.5 }}>
        {translate(`orders.status.${status}`)}
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {total}
        </Box>
      </Typography>
      {error && !data && <Alert severity="error">{translate(error.message, { _: error.message })}</Alert>}
      {!error && !data && <Skeleton variant="rounded" height={120} />}
      {total === 0 && (
        <Typography variant="body2" color="text.secondary" sx={{ p: 1 }}>
          {translate('orders.board.empty')}
        </Typography>
      )}
      {orders.map((order) => (
        <OrderCard key={order.id} order={order} />
      ))}
      {hasNextPage && (
        <Button size="small" loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {translate('orders.board.more', { smart_count: (total ?? 0) - orders.length })}
        </Button>
      )}
    </Box>
  );
};

const COLUMN = {
  flex: '1 0 auto',
  width: { xs: '82vw', sm: 260 },
  maxWidth: 340,
  scrollSnapAlign: 'start',
  display: 'flex',
  flexDirection: 'column',
  gap: 1,
  p: 1,
  borderRadius: 1,
  bgcolor: 'action.hover',
} as const;
