import { Edit, maxLength, SaveButton, SimpleForm, TextInput, Toolbar } from 'react-admin';

import { KEEP_EDITS } from '../ui/keepEdits';
import { FormGuard } from '../ui/FormGuard';

const onlySaving = (
  <Toolbar>
    <SaveButton />
  </Toolbar>
);

/** The phone is what the client is known by: it stays. */
const ClientEdit = () => (
  <Edit mutationMode="pessimistic" redirect="show">
    <SimpleForm toolbar={onlySaving} resetOptions={KEEP_EDITS}>
      <FormGuard />
      <TextInput source="phone" readOnly helperText="clients.phone_stays" />
      <TextInput source="name" validate={maxLength(200)} />
      <TextInput source="notes" multiline minRows={3} validate={maxLength(5000)} helperText="clients.notes_hint" />
    </SimpleForm>
  </Edit>
);

export default ClientEdit;
