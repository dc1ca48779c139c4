import { Create } from 'ra-ui-materialui';

import { PageInputs } from './PageInputs';

const PageCreate = () => (
  <Create redirect="list">
    <PageInputs isNew />
  </Create>
);

export default PageCreate;
