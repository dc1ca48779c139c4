import { Create, SimpleForm } from 'react-admin';

import { FormGuard } from '../ui/FormGuard';
import { CreatedHint } from './CreatedHint';
import { ProductInputs } from './ProductInputs';

const ProductCreate = () => (
  <Create redirect="edit" sx={{ maxWidth: 760 }}>
    <SimpleForm>
      <FormGuard />
      <CreatedHint />
      <ProductInputs />
    </SimpleForm>
  </Create>
);

export default ProductCreate;
