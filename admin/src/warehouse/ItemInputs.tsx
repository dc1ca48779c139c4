import { maxLength, maxValue, minValue, NumberInput, required, TextInput } from 'react-admin';

import { MoneyInput } from '../ui/MoneyInput';

export const whole = [minValue(0), maxValue(100_000)];

/** What may be said of an item by hand; how many there are is told by operations. */
export const ItemInputs = () => (
  <>
    <TextInput source="name" validate={[required(), maxLength(200)]} />
    <NumberInput source="min_quantity" step={1} validate={whole} helperText="warehouse.min_hint" />
    <MoneyInput source="cost_price" fullWidth />
    <MoneyInput source="retail_price" fullWidth />
  </>
);
