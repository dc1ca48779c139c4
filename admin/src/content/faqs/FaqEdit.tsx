import { Edit } from 'ra-ui-materialui';

import { FaqInputs } from './FaqInputs';

const FaqEdit = () => (
  <Edit mutationMode="pessimistic" redirect="list">
    <FaqInputs />
  </Edit>
);

export default FaqEdit;
