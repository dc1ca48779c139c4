import { required } from 'ra-core';
import { AutocompleteInput, TextInput } from 'ra-ui-materialui';

import { answer, api } from '../api/client';
import type { Schemas } from '../api/types';
import { Section } from '../ui/Section';
import type { Shop } from '../ui/shop';
import { ShopForm } from './ShopForm';
import type { Save } from './useSaving';
import { zoneChoices } from './zones';

const save: Save = (body: Schemas['SettingsEdit']) => answer(api.PUT('/api/v1/shop/settings', { body }));

const FIELDS = ['name', 'phone', 'city', 'address', 'timezone'] as const;

export const SettingsForm = ({ shop }: { shop: Shop }) => (
  <Section title="shop.settings.title" hint="shop.settings.hint">
    <ShopForm shop={shop} fields={FIELDS} save={save}>
      <TextInput source="name" label="shop.name" validate={required()} />
      <TextInput source="phone" label="shop.phone" type="tel" autoComplete="off" />
      <TextInput source="city" label="shop.city" />
      <TextInput source="address" label="shop.address" />
      <AutocompleteInput
        source="timezone"
        label="shop.timezone"
        helperText="shop.timezone_hint"
        choices={zoneChoices(shop.timezone)}
        validate={required()}
      />
    </ShopForm>
  </Section>
);
