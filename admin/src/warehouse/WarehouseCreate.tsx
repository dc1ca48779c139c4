import { Create, NumberInput, SimpleForm } from 'react-admin';

import { FormGuard } from '../ui/FormGuard';
import { ItemInputs, whole } from './ItemInputs';

const withoutNothing = (data: object) => Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));

const WarehouseCreate = () => (
  <Create redirect="show" transform={withoutNothing}>
    <SimpleForm>
      <FormGuard />
      <ItemInputs />
      <NumberInput source="quantity" step={1} validate={whole} helperText="warehouse.opening_hint" />
    </SimpleForm>
  </Create>
);

export default WarehouseCreate;
