import { styled } from '@mui/material/styles';

import { formatPhone } from '../ui/phones';
import type { Order } from './types';

const Lines = styled('span')(({ theme }) => ({
  display: 'block',
  overflowWrap: 'anywhere',
  '& small': { display: 'block', fontSize: '0.8125rem', color: theme.palette.text.secondary },
}));

/** To whom it goes and where. */
export const Recipient = ({ order }: { order: Order }) => {
  const phone = order.recipient_phone ?? order.phone;
  const place = order.delivery_type === 'pickup' ? null : order.delivery_address;
  return (
    <Lines>
      {order.recipient_name ?? order.customer_name ?? '—'}
      {place && <small>{place}</small>}
      {phone && <small style={{ whiteSpace: 'nowrap' }}>{formatPhone(phone)}</small>}
    </Lines>
  );
};
