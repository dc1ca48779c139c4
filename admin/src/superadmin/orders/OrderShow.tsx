import { Stack } from '@mui/material';
import { useRecordContext, useTranslate } from 'ra-core';
import { ListButton, Show, TopToolbar } from 'ra-ui-materialui';

import { Facts } from '../../ui/Facts';
import { Moment } from '../../ui/Moment';
import { Money } from '../../ui/Money';
import { ShopName } from '../ShopName';
import { Items } from './Items';
import type { Order } from './moves';
import { OrderActions } from './OrderActions';

const actions = (
  <TopToolbar>
    <ListButton />
  </TopToolbar>
);

const OrderShow = () => (
  <Show actions={actions}>
    <Whole />
  </Show>
);

const Whole = () => {
  const translate = useTranslate();
  const order = useRecordContext<Order>();
  if (!order) return null;
  const party = (...parts: (string | null)[]) => parts.filter(Boolean).join(', ') || null;
  return (
    <Stack spacing={2} sx={{ p: 2 }}>
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1 }}>
        <OrderActions order={order} />
      </Stack>
      <Facts
        facts={[
          ['superadmin.order.shop', <ShopName key="shop" />],
          ['superadmin.order.status', translate(`orders.status.${order.status}`)],
          ['superadmin.order.created', <Moment key="created" value={order.created_at} />],
          ['superadmin.order.customer', party(order.customer_name, order.phone, order.customer_email)],
          ['superadmin.order.recipient', party(order.recipient_name, order.recipient_phone)],
          ['superadmin.order.way', translate(`delivery.type.${order.delivery_type}`)],
          ['superadmin.order.address', order.delivery_address ?? order.pickup_address],
          ['superadmin.order.when', party(order.delivery_date, order.delivery_time)],
          ['superadmin.order.comment', order.comment],
          ['superadmin.order.problem', order.problem_reason],
          ['superadmin.order.tracking', order.tracking_id],
          ['superadmin.order.bitrix', party(order.bitrix_order_id ? String(order.bitrix_order_id) : null, order.bitrix_status)],
          ['superadmin.order.delivery_cost', <Money key="delivery" value={order.delivery_cost} />],
          ['superadmin.order.total', <Money key="total" value={order.total} />],
        ]}
      />
      <Items items={order.items} />
    </Stack>
  );
};

export default OrderShow;
