import LocalShippingIcon from '@mui/icons-material/LocalShippingOutlined';
import PersonIcon from '@mui/icons-material/PersonOutlined';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';

import { nameOf, useColleagues } from '../ui/useColleagues';
import type { Order } from './types';

const Line = styled('span')(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  gap: 4,
  whiteSpace: 'nowrap',
  fontSize: '0.8125rem',
  color: theme.palette.text.secondary,
  '& svg': { fontSize: '1rem' },
}));

/** Who is responsible for an order, and who takes it there. */
export const Workers = ({ order: { responsible_id, courier_id } }: { order: Order }) => {
  const translate = useTranslate();
  const team = useColleagues();
  return (
    <>
      {responsible_id && (
        <Line title={translate('orders.filter.responsible')}>
          <PersonIcon />
          {nameOf(team, responsible_id) ?? '—'}
        </Line>
      )}
      {courier_id && (
        <Line title={translate('orders.filter.courier')}>
          <LocalShippingIcon />
          {nameOf(team, courier_id) ?? '—'}
        </Line>
      )}
    </>
  );
};
