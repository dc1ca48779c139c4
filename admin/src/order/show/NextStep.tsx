import ArrowForwardIcon from '@mui/icons-material/ArrowForward';
import { Button } from '@mui/material';
import { useTranslate } from 'ra-core';

import { usePerson } from '../../auth/useCan';
import { stepsFor } from '../steps';
import type { Order } from '../types';
import { useChange } from '../useChange';
import { moveTo } from './calls';

/** What usually happens to the order next, by one press. */
export const NextStep = ({ order }: { order: Order }) => {
  const translate = useTranslate();
  const change = useChange();
  const [next] = stepsFor(order, usePerson()?.role);
  if (!next) return null;
  return (
    <Button
      variant="contained"
      size="large"
      endIcon={<ArrowForwardIcon />}
      loading={change.isPending}
      loadingPosition="end"
      onClick={() => change.mutate(() => moveTo(order, next))}
      sx={{ width: { xs: 1, sm: 'auto' } }}
    >
      {translate(`order.step.${next}`)}
    </Button>
  );
};
