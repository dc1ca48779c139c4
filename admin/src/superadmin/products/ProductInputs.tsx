import { maxLength, minValue, required } from 'ra-core';
import { BooleanInput, NumberInput, SelectInput, TextArrayInput, TextInput } from 'ra-ui-materialui';

import { PRODUCT_TYPES } from '../../products/types';
import { choices } from '../../ui/choices';
import { MoneyInput } from '../../ui/MoneyInput';

const NUMBERS = ['manufacturing_minutes', 'shelf_life_days', 'width', 'height'];
const WORDS = ['colors', 'occasions', 'cities', 'tags'];
const types = choices(PRODUCT_TYPES, 'products.type');

export const ProductInputs = () => (
  <>
    <TextInput source="name" validate={[required(), maxLength(500)]} resource="superadmin/products" />
    <MoneyInput source="price" validate={required()} resource="superadmin/products" fullWidth />
    <SelectInput source="type" choices={types} validate={required()} resource="superadmin/products" />
    <TextInput source="description" multiline minRows={3} validate={maxLength(10_000)} resource="superadmin/products" />
    {NUMBERS.map((source) => (
      <NumberInput key={source} source={source} min={0} step={1} validate={minValue(0)} resource="superadmin/products" />
    ))}
    {WORDS.map((source) => (
      <TextArrayInput key={source} source={source} resource="superadmin/products" />
    ))}
    <BooleanInput source="enabled" resource="superadmin/products" />
    <BooleanInput source="is_featured" resource="superadmin/products" />
  </>
);
