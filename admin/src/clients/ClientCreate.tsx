import { Create, maxLength, required, SimpleForm, TextInput } from 'react-admin';

import { FormGuard } from '../ui/FormGuard';

/** Somebody who has not ordered yet; whoever orders becomes a client by that. */
const ClientCreate = () => (
  <Create redirect="show">
    <SimpleForm>
      <FormGuard />
      <TextInput source="phone" type="tel" validate={required()} helperText="clients.phone_hint" />
      <TextInput source="name" validate={maxLength(200)} />
      <TextInput source="notes" multiline minRows={3} validate={maxLength(5000)} helperText="clients.notes_hint" />
    </SimpleForm>
  </Create>
);

export default ClientCreate;
