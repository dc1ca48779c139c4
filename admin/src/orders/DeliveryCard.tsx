import MapIcon from '@mui/icons-material/Map';
import { Box, Button, Card, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';

import { mapLink } from '../ui/maps';
import { PhoneLinks } from '../ui/PhoneLinks';
import { StatusChip } from '../ui/StatusChip';
import { useShop } from '../ui/useShop';
import { NextStepButton } from './NextStepButton';
import { OrderNumber } from './OrderNumber';
import type { Order } from './types';
import { When } from './When';

/** One way to go, for a phone in one hand. */
export const DeliveryCard = ({ order }: { order: Order }) => (
  <Card component="article" aria-label={order.number} sx={{ p: 2, display: 'grid', gap: 1.25 }}>
    <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center' }}>
      <OrderNumber order={order} />
      <StatusChip status={order.status} />
    </Box>
    <Typography sx={{ fontWeight: 700 }}>
      <When order={order} />
    </Typography>
    <Address order={order} />
    <Party label="orders.deliveries.recipient" name={order.recipient_name} phone={order.recipient_phone} />
    <Party label="orders.deliveries.customer" name={order.customer_name} phone={order.phone} />
    {[order.delivery_notes, order.comment].filter(Boolean).map((said) => (
      <Typography key={said} variant="body2" color="text.secondary">
        {said}
      </Typography>
    ))}
    <NextStepButton order={order} size="large" fullWidth />
  </Card>
);

const Address = ({ order: { delivery_address: address } }: { order: Order }) => {
  const translate = useTranslate();
  const city = useShop()?.city;
  if (!address) return null;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 1 }}>
      <Typography variant="h6" component="p" sx={{ overflowWrap: 'anywhere', lineHeight: 1.25 }}>
        {address}
      </Typography>
      <Button
        href={mapLink(address, city)}
        target="_blank"
        rel="noreferrer"
        variant="outlined"
        startIcon={<MapIcon />}
        sx={{ flexShrink: 0 }}
      >
        {translate('orders.deliveries.map')}
      </Button>
    </Box>
  );
};

const Party = ({ label, name, phone }: { label: string; name: ReactNode; phone: string | null }) => {
  const translate = useTranslate();
  if (!name && !phone) return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}>
      <Typography component="span" variant="body2" color="text.secondary">
        {translate(label)}
      </Typography>
      <span>{name}</span>
      <PhoneLinks phone={phone} />
    </Box>
  );
};
