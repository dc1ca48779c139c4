import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';

import type { Schemas } from '../api/types';

type Status = Schemas['Order']['status'];

/** On white, and on the dark paper: each readable on a tint of itself. */
const HUES: Record<Status, [light: string, dark: string]> = {
  new: ['#1557b0', '#9cc3ff'],
  paid: ['#00635a', '#7fd8cb'],
  accepted: ['#6b2a8f', '#dcaef2'],
  assembled: ['#8a4600', '#ffc58a'],
  in_delivery: ['#0b5a75', '#8fd6f0'],
  delivered: ['#22662a', '#9bdc9f'],
  cancelled: ['#575c63', '#bfc4cb'],
};

const Chip = styled('span', { shouldForwardProp: (prop) => prop !== 'status' })<{ status: Status }>(
  ({ theme, status }) => {
    const hue = HUES[status][theme.palette.mode === 'dark' ? 1 : 0];
    return {
      display: 'inline-block',
      padding: '1px 10px',
      borderRadius: 12,
      fontSize: '0.8125rem',
      fontWeight: 600,
      lineHeight: 1.7,
      whiteSpace: 'nowrap',
      color: hue,
      backgroundColor: `${hue}1f`,
    };
  },
);

/** Where an order stands, in its colour. */
export const StatusChip = ({ status }: { status: Status }) => {
  const translate = useTranslate();
  return <Chip status={status}>{translate(`orders.status.${status}`)}</Chip>;
};
