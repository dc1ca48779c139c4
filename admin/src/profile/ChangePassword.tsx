import { useState } from 'react';
import { Form, maxLength, minLength, PasswordInput, required, SaveButton } from 'react-admin';

import { api } from '../api/client';
import type { Schemas } from '../api/types';
import { FormGuard } from '../ui/FormGuard';
import { useFormSending } from '../ui/useFormSending';

/** Another password; every other sign-in of the account ends by that. */
export const ChangePassword = ({ phone }: { phone: string }) => {
  const [times, setTimes] = useState(0);
  const onSubmit = useFormSending(async (body: Schemas['PasswordChange']) => {
    await api.PUT('/api/v1/auth/change-password', { body });
    setTimes(times + 1);
  }, 'profile.password.changed');
  return (
    <Form key={times} onSubmit={onSubmit}>
      <FormGuard />
      <input type="text" name="username" autoComplete="username" value={phone} readOnly hidden />
      <PasswordInput
        source="current_password"
        label="profile.password.present"
        autoComplete="current-password"
        validate={required()}
      />
      <PasswordInput
        source="new_password"
        label="profile.password.another"
        helperText="profile.password.hint"
        autoComplete="new-password"
        validate={[required(), minLength(8), maxLength(128)]}
      />
      <SaveButton label="profile.password.change" />
    </Form>
  );
};
