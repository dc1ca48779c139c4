import { useTranslate } from 'ra-core';

import { Day } from '../ui/Day';
import type { Order } from './types';

const Part = ({ children }: { children: string }) => (
  <>
    {' '}
    <span style={{ whiteSpace: 'nowrap' }}>{children}</span>
  </>
);

/** Until when, and whether somebody comes for it. */
export const When = ({ order }: { order: Order }) => {
  const translate = useTranslate();
  const { delivery_date, delivery_time, delivery_type } = order;
  const way = delivery_type === 'scheduled' ? null : translate(`orders.type.${delivery_type}`);
  return (
    <>
      {delivery_date ? <Day value={delivery_date} /> : translate('orders.day.none')}
      {[delivery_time, way].map((part) => part && <Part key={part}>{part}</Part>)}
    </>
  );
};
