import { Alert } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useLocale, useTranslate } from 'ra-core';
import { useState } from 'react';

import { answer, api } from '../api/client';
import { Facts } from '../ui/Facts';
import { formatMoney, Money } from '../ui/Money';
import { MoneyText } from '../ui/MoneyText';
import { Loaded } from '../ui/Loaded';
import { Section } from '../ui/Section';
import type { DeliveryType } from './terms';

/** What a delivery costs for goods of so much. */
export const PriceSection = ({ type }: { type: DeliveryType }) => {
  const translate = useTranslate();
  const [subtotal, setSubtotal] = useState<number | null>(null);
  const isWrong = Number.isNaN(subtotal);
  return (
    <Section title="delivery.price.title" hint="delivery.price.hint">
      <MoneyText
        label={translate('delivery.price.subtotal')}
        value={subtotal}
        onChange={setSubtotal}
        error={isWrong}
        helperText={isWrong ? translate('app.money.wrong') : ' '}
        fullWidth
      />
      {subtotal !== null && !isWrong && <Price subtotal={subtotal} type={type} />}
    </Section>
  );
};

const Price = ({ subtotal, type }: { subtotal: number; type: DeliveryType }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const query = useQuery({
    queryKey: ['delivery', 'price', subtotal, type],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/shop/delivery/calculate', { params: { query: { subtotal, delivery_type: type } }, signal })),
    placeholderData: keepPreviousData,
  });
  return (
    <Loaded query={query}>
      {({ delivery_cost, total, until_free }) => (
        <div aria-live="polite">
          <Facts
            facts={[
              ['delivery.price.cost', delivery_cost ? <Money value={delivery_cost} /> : translate('delivery.price.free')],
              ['delivery.price.total', <Money key="total" value={total} />],
            ]}
          />
          {until_free > 0 && (
            <Alert severity="info" sx={{ mt: 1 }}>
              {translate('delivery.price.until_free', { more: formatMoney(until_free, locale) })}
            </Alert>
          )}
        </div>
      )}
    </Loaded>
  );
};
