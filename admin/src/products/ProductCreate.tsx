import { Create, SimpleForm } from 'react-admin';

import { CreatedHint } from './CreatedHint';
import { ProductInputs } from './ProductInputs';

const ProductCreate = () => (
  <Create redirect="edit" sx={{ maxWidth: 760 }}>
    <SimpleForm>
      <CreatedHint />
      <ProductInputs />
    </SimpleForm>
  </Create>
);

export default ProductCreate;
