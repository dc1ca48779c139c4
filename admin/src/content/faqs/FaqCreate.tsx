import { Create } from 'ra-ui-materialui';

import { FaqInputs } from './FaqInputs';

const FaqCreate = () => (
  <Create redirect="list">
    <FaqInputs />
  </Create>
);

export default FaqCreate;
