import { Form, maxLength, PasswordInput, required, SaveButton, TextInput } from 'react-admin';
import { useWatch } from 'react-hook-form';

import { answer, api } from '../api/client';
import { renew } from '../api/session';
import type { Schemas } from '../api/types';
import { KEEP_EDITS } from '../ui/keepEdits';
import { FormGuard } from '../ui/FormGuard';
import { useFormSending } from '../ui/useFormSending';

type Me = Schemas['Profile'];

/** The own name, and the phone one signs in by: for another phone the password is asked for. */
export const ProfileForm = ({ me }: { me: Me }) => {
  const onSubmit = useFormSending(async ({ name, phone, password }: Schemas['ProfileEdit']) => {
    await answer(api.PUT('/api/v1/profile/', { body: phone === me.phone ? { name } : { name, phone, password } }));
    await renew(); // what the bar says of who is signed in
  }, 'profile.saved');
  return (
    <Form record={{ ...me }} onSubmit={onSubmit} resetOptions={KEEP_EDITS}>
      <FormGuard />
      <TextInput source="name" label="profile.name" autoComplete="name" validate={[required(), maxLength(200)]} />
      <TextInput source="phone" label="profile.phone" type="tel" autoComplete="tel" validate={required()} />
      <PasswordForAnotherPhone phone={me.phone} />
      <SaveButton />
    </Form>
  );
};

const PasswordForAnotherPhone = ({ phone }: { phone: string }) =>
  useWatch({ name: 'phone' }) === phone ? null : (
    <PasswordInput
      source="password"
      label="profile.password.present"
      helperText="profile.phone_hint"
      autoComplete="current-password"
      validate={required()}
    />
  );
