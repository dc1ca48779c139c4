import { Edit } from 'ra-ui-materialui';

import { PageInputs } from './PageInputs';

const PageEdit = () => (
  <Edit mutationMode="pessimistic" redirect="list">
    <PageInputs />
  </Edit>
);

export default PageEdit;
