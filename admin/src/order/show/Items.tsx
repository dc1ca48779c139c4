import { Box, Divider, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';

import { answer, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { useCan } from '../../auth/useCan';
import { Money } from '../../ui/Money';
import { Section } from '../../ui/Section';
import { isHeld } from '../steps';
import { sumsOf } from '../sums';
import type { Order } from '../types';
import { AddItem } from './AddItem';

type Standing = Schemas['Standing'];

/** What was sold, whether it can be made, and what it costs. */
export const Items = ({ order }: { order: Order }) => {
  const held = isHeld(order.status);
  const standings = useStandings(order, held);
  const mayAdd = useCan('orders.add_item') && held;
  return (
    <Section title="order.items.title" actions={mayAdd && <AddItem order={order} />}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {order.items.map((item, index) => (
          <Line key={item.id} item={item} standing={standings?.[index]} />
        ))}
      </Box>
      <Divider sx={{ my: 1 }} />
      {sumsOf(order).map(({ label, value }) => (
        <Sum key={label} label={label} value={value} strong={label === 'order.field.total'} />
      ))}
      {order.payment_method && <Paying method={order.payment_method} />}
    </Section>
  );
};

const Line = ({ item, standing }: { item: Order['items'][number]; standing: Standing | undefined }) => (
  <Box component="li" sx={{ py: 0.75 }}>
    <Row
      left={
        <>
          {item.name} <Box component="span" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>× {item.quantity}</Box>
        </>
      }
      right={<Money value={item.total} />}
    />
    {item.special_requests && (
      <Typography variant="body2" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>
        {item.special_requests}
      </Typography>
    )}
    {standing && !standing.enough && <Lack standing={standing} />}
  </Box>
);

const Lack = ({ standing }: { standing: Standing }) => {
  const translate = useTranslate();
  return (
    <Typography variant="body2" color="error">
      {translate('order.items.lack', { asked: standing.quantity, available: standing.available })}
    </Typography>
  );
};

const Sum = ({ label, value, strong }: { label: string; value: number; strong?: boolean }) => {
  const translate = useTranslate();
  return <Row left={translate(label)} right={<Money value={value} />} strong={strong} />;
};

const Paying = ({ method }: { method: string }) => {
  const translate = useTranslate();
  return <Row left={translate('order.field.payment_method')} right={translate(`order.payment_method.${method}`)} />;
};

const Row = ({ left, right, strong }: { left: ReactNode; right: ReactNode; strong?: boolean }) => (
  <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2, fontWeight: strong ? 700 : undefined }}>
    <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>{left}</Box>
    <Box sx={{ flexShrink: 0 }}>{right}</Box>
  </Box>
);

/** Whether the lines can be made is a question only until they are. */
const useStandings = (order: Order, held: boolean): Standing[] | undefined => {
  const may = useCan('orders.availability');
  const params = { path: { order_id: order.id } };
  const { data } = useQuery({
    queryKey: ['orders', 'availability', order.id, order.version],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/orders/{order_id}/availability', { params, signal })),
    enabled: may && held,
  });
  return held ? data?.items : undefined;
};
