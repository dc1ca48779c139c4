import { Alert, Box, Button, Link, TextField } from '@mui/material';
import { useCheckAuth, useLogin, useTranslate } from 'ra-core';
import { useEffect, useState } from 'react';
import { Link as RouterLink, useNavigate } from 'react-router-dom';

import { Entrance } from './Entrance';
import { PasswordField } from './PasswordField';
import { useSubmit } from './useSubmit';

export const LoginPage = () => {
  const translate = useTranslate();
  return (
    <Entrance title="app.login.title">
      <LoginForm />
      <Box sx={{ textAlign: 'center', mt: 2 }}>
        <Link component={RouterLink} to="/register">
          {translate('app.register.link')}
        </Link>
      </Box>
    </Entrance>
  );
};

const LoginForm = () => {
  const translate = useTranslate();
  const login = useLogin();
  const [phone, setPhone] = useState('');
  const [password, setPassword] = useState('');
  const { onSubmit, busy, problem } = useSubmit(() => login({ phone, password }));
  useGoOnWhereSignedIn();
  return (
    <form onSubmit={onSubmit}>
      <TextField
        label={translate('app.login.phone')}
        type="tel"
        autoComplete="username"
        placeholder="+7 700 000 00 00"
        value={phone}
        onChange={({ target }) => setPhone(target.value)}
        autoFocus
        required
      />
      <PasswordField value={password} onChange={({ target }) => setPassword(target.value)} required />
      {problem && (
        <Alert severity="error" sx={{ mt: 1 }}>
          {problem}
        </Alert>
      )}
      <Button type="submit" variant="contained" size="large" fullWidth loading={busy} sx={{ mt: 2 }}>
        {translate('app.login.enter')}
      </Button>
    </form>
  );
};

const useGoOnWhereSignedIn = () => {
  const checkAuth = useCheckAuth();
  const navigate = useNavigate();
  useEffect(() => {
    checkAuth({}, false).then(
      () => navigate('/'),
      () => undefined,
    );
  }, [checkAuth, navigate]);
};
