import { Box } from '@mui/material';
import { useTranslate } from 'ra-core';

import { BoardColumn } from './BoardColumn';
import { STATUSES } from './types';

/** All orders by status, each column on its own. It scrolls sideways, by keyboard too. */
export const Board = () => {
  const translate = useTranslate();
  return (
    <Box role="region" aria-label={translate('orders.board.name')} tabIndex={0} sx={BOARD}>
      {STATUSES.map((status) => (
        <BoardColumn key={status} status={status} />
      ))}
    </Box>
  );
};

const BOARD = {
  display: 'flex',
  alignItems: 'flex-start',
  gap: 1.5,
  overflowX: 'auto',
  scrollSnapType: { xs: 'x mandatory', sm: 'none' },
  pb: 2,
} as const;
