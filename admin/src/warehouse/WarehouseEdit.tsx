import { Edit, SaveButton, SimpleForm, Toolbar } from 'react-admin';

import { KEEP_EDITS } from '../ui/keepEdits';
import { FormGuard } from '../ui/FormGuard';
import { ItemInputs } from './ItemInputs';

const onlySaving = (
  <Toolbar>
    <SaveButton />
  </Toolbar>
);

const WarehouseEdit = () => (
  <Edit mutationMode="pessimistic" redirect="show">
    <SimpleForm toolbar={onlySaving} resetOptions={KEEP_EDITS}>
      <FormGuard />
      <ItemInputs />
    </SimpleForm>
  </Edit>
);

export default WarehouseEdit;
