import { Edit, SaveButton, SimpleForm, Toolbar } from 'react-admin';

import { ItemInputs } from './ItemInputs';

const onlySaving = (
  <Toolbar>
    <SaveButton />
  </Toolbar>
);

const WarehouseEdit = () => (
  <Edit mutationMode="pessimistic" redirect="show">
    <SimpleForm toolbar={onlySaving}>
      <ItemInputs />
    </SimpleForm>
  </Edit>
);

export default WarehouseEdit;
