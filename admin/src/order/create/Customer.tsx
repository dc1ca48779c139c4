import { Alert, Box, Button, Chip, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'ra-core';
import { useFormContext, useWatch } from 'react-hook-form';

import type { Schemas } from '../../api/types';
import { formatMoney } from '../../ui/Money';
import { formatPhone } from '../../ui/phones';
import { Section } from '../../ui/Section';
import { Phone, Text } from '../fields/inputs';
import { Pair } from '../fields/Pair';
import { useClient } from './useClient';

type Client = Schemas['ClientProfile'];

/** Who orders: by phone, and what the shop knows of them. */
export const Customer = () => (
  <Section title="order.create.customer">
    <Pair>
      <Phone source="phone" isRequired autoFocus />
      <Text source="customer_name" isRequired autoComplete="off" />
    </Pair>
    <Known />
    <Text source="customer_email" type="email" autoComplete="off" />
  </Section>
);

const Known = () => {
  const translate = useTranslate();
  const phone: string | null = useWatch({ name: 'phone' });
  const { data: client, isFetched } = useClient(phone);
  if (!isFetched) return null;
  return (
    <Box role="status" sx={{ mb: 2 }}>
      {client ? <Profile client={client} /> : <Typography color="text.secondary">{translate('order.create.unknown')}</Typography>}
    </Box>
  );
};

const Profile = ({ client }: { client: Client }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const { setValue } = useFormContext();
  const name: string | null = useWatch({ name: 'customer_name' });
  const { orders_count, total_spent } = client.statistics;
  const favourites = client.favourite_products.map(({ name: product }) => product).join(', ');
  const set = (field: string, value: string | null) =>
    setValue(field, value, { shouldDirty: true, shouldValidate: true });
  return (
    <Alert severity="info" icon={false}>
      {translate('order.create.known', { orders: orders_count, spent: formatMoney(total_spent, locale) })}
      {client.notes && ` · ${client.notes}`}
      {client.name && client.name !== name && (
        <Button size="small" onClick={() => set('customer_name', client.name)}>
          {translate('order.create.use_name', { name: client.name })}
        </Button>
      )}
      {favourites && <div>{translate('order.create.favourites', { names: favourites })}</div>}
      {client.frequent_recipients.length > 0 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mt: 1 }}>
          {translate('order.create.often')}
          {client.frequent_recipients.map((recipient) => (
            <Chip
              key={recipient.phone}
              label={recipient.name ?? formatPhone(recipient.phone)}
              onClick={() => {
                set('recipient_name', recipient.name);
                set('recipient_phone', recipient.phone);
              }}
            />
          ))}
        </Box>
      )}
    </Alert>
  );
};
