import { Alert } from '@mui/material';
import { required, useLocale, useTranslate } from 'ra-core';
import { BooleanInput } from 'ra-ui-materialui';
import { useWatch } from 'react-hook-form';

import { answer, api } from '../api/client';
import type { Schemas } from '../api/types';
import { formatMoney } from '../ui/Money';
import { MoneyInput } from '../ui/MoneyInput';
import { Section } from '../ui/Section';
import type { Shop } from '../ui/shop';
import { deliveryRule } from './deliveryRule';
import { ShopForm } from './ShopForm';
import type { Save } from './useSaving';

const save: Save = (body: Schemas['DeliveryEdit']) => answer(api.PUT('/api/v1/shop/delivery', { body }));

const FIELDS = ['delivery_available', 'pickup_available', 'delivery_cost', 'free_delivery_from'] as const;

export const DeliveryForm = ({ shop }: { shop: Shop }) => (
  <Section title="shop.delivery.title" hint="shop.delivery.hint">
    <ShopForm shop={shop} fields={FIELDS} save={save}>
      <BooleanInput source="delivery_available" label="shop.delivery.available" helperText={false} />
      <BooleanInput source="pickup_available" label="shop.delivery.pickup" helperText={false} />
      <MoneyInput source="delivery_cost" label="shop.delivery.cost" validate={required()} fullWidth />
      <MoneyInput source="free_delivery_from" label="shop.delivery.free_from" validate={required()} fullWidth />
      <Rule />
    </ShopForm>
  </Section>
);

/** What the numbers that stand in the form come to for a customer. */
const Rule = () => {
  const translate = useTranslate();
  const locale = useLocale();
  const [available, cost, freeFrom] = useWatch({ name: ['delivery_available', 'delivery_cost', 'free_delivery_from'] });
  const rule = deliveryRule(available, cost, freeFrom);
  if (!rule) return null;
  return (
    <Alert severity="info" sx={{ mt: 1 }}>
      {translate(`shop.delivery.rule.${rule}`, { cost: formatMoney(cost, locale), from: formatMoney(freeFrom, locale) })}
    </Alert>
  );
};
