import { Button, Divider, Stack } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useFormContext } from 'react-hook-form';

import { answer, api } from '../api/client';
import type { Schemas } from '../api/types';
import { Section } from '../ui/Section';
import type { Shop } from '../ui/shop';
import { DayHours } from './DayHours';
import { ShopForm } from './ShopForm';
import type { Save } from './useSaving';

const save: Save = (body: Schemas['HoursEdit']) => answer(api.PUT('/api/v1/shop/working-hours', { body }));

const FIELDS = ['weekday_opens', 'weekday_closes', 'weekend_opens', 'weekend_closes'] as const;

export const HoursForm = ({ shop }: { shop: Shop }) => (
  <Section title="shop.hours.title" hint="shop.hours.hint">
    <ShopForm shop={shop} fields={FIELDS} save={save}>
      <Stack divider={<Divider flexItem />} spacing={2}>
        <DayHours kind="weekday" others="weekend" shop={shop} />
        <DayHours kind="weekend" others="weekday" shop={shop} />
      </Stack>
      <ToAllDays />
    </ShopForm>
  </Section>
);

const ToAllDays = () => {
  const translate = useTranslate();
  const { getValues, setValue } = useFormContext();
  const copy = () => {
    const to = { shouldDirty: true, shouldTouch: true };
    setValue('weekend_opens', getValues('weekday_opens'), to);
    setValue('weekend_closes', getValues('weekday_closes'), to);
  };
  return (
    <Button onClick={copy} sx={{ mt: 1 }}>
      {translate('shop.hours.to_all_days')}
    </Button>
  );
};
