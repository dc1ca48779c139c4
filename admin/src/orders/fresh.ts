import { keyframes } from '@mui/material/styles';

import { arrivals, MARKED_MS } from './arrivals';
import type { Order } from './types';

const cameAfterOpening = arrivals(Date.now());

export const isFresh = (order: Order): boolean => cameAfterOpening(order, Date.now());

const fade = keyframes`
  from, 60% { box-shadow: inset 4px 0 0 currentColor; background-color: rgb(160 43 99 / 0.1); }
`;

/** The mark of a new order: it fades by itself, nothing needs to be drawn again for it. */
export const MARK = { animation: `${fade} ${MARKED_MS}ms ease-out` };
