import { Alert, TextField } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';

import { codeOf } from '../team/link';
import { Entering } from './Entering';
import { Entrance } from './Entrance';
import { NewPassword } from './NewPassword';
import { acceptInvitation } from './signIn';
import { usePerson } from './useCan';

/** Where the link of an invitation leads: who was invited chooses a password and is in. */
const AcceptInvitationPage = () => {
  const translate = useTranslate();
  const person = usePerson();
  const [query] = useSearchParams();
  const token = query.get('token') ?? '';
  const [typed, setTyped] = useState({ code: token, name: '', password: '' });
  const enter = () =>
    acceptInvitation({ code: codeOf(typed.code), name: typed.name.trim() || undefined, password: typed.password });
  return (
    <Entrance title="app.invitation.title">
      {person && <Alert severity="warning">{translate('app.invitation.already', { name: person.name })}</Alert>}
      <Entering enter={enter} submit="app.invitation.submit">
        {!token && (
          <TextField
            label={translate('app.invitation.code')}
            helperText={translate('app.invitation.code_hint')}
            value={typed.code}
            onChange={({ target }) => setTyped({ ...typed, code: target.value })}
            fullWidth
            required
          />
        )}
        <TextField
          label={translate('app.register.name')}
          helperText={translate('app.invitation.name_hint')}
          autoComplete="name"
          value={typed.name}
          onChange={({ target }) => setTyped({ ...typed, name: target.value })}
          fullWidth
        />
        <NewPassword value={typed.password} onChange={(password) => setTyped({ ...typed, password })} />
      </Entering>
    </Entrance>
  );
};

export default AcceptInvitationPage;
