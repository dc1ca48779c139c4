import { Alert, Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material';
import { useLogout, useTranslate } from 'ra-core';
import { useState, useSyncExternalStore } from 'react';

import { session } from '../api/session';
import { PasswordField } from './PasswordField';
import { signIn } from './signIn';
import { useSubmit } from './useSubmit';

/** Over whatever page one is on: the sign-in has ended, the requests that met it wait for the password. */
export const SignInAgain = () => {
  const ended = useSyncExternalStore(session.subscribe, session.hasEnded);
  return ended ? <PasswordDialog phone={session.person()?.phone ?? ''} /> : null;
};

const PasswordDialog = ({ phone }: { phone: string }) => {
  const translate = useTranslate();
  const logout = useLogout();
  const [password, setPassword] = useState('');
  const { onSubmit, busy, problem } = useSubmit(() => signIn(phone, password));
  return (
    <Dialog open fullWidth maxWidth="xs" aria-labelledby="sign-in-again" aria-describedby="sign-in-again-hint">
      <form onSubmit={onSubmit}>
        <DialogTitle id="sign-in-again">{translate('app.login.again')}</DialogTitle>
        <DialogContent>
          <DialogContentText id="sign-in-again-hint">{translate('app.login.again_hint')}</DialogContentText>
          <input type="text" name="phone" autoComplete="username" value={phone} readOnly hidden />
          <PasswordField value={password} onChange={({ target }) => setPassword(target.value)} autoFocus required />
          {problem && <Alert severity="error">{problem}</Alert>}
        </DialogContent>
        <DialogActions>
          <Button onClick={() => logout()}>{translate('app.login.leave')}</Button>
          <Button type="submit" variant="contained" loading={busy}>
            {translate('app.login.enter')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
