import LocalFloristIcon from '@mui/icons-material/LocalFlorist';
import { Alert, Avatar, Box, Button, Card, CardContent, TextField, Typography } from '@mui/material';
import { useCheckAuth, useLogin, useTranslate } from 'ra-core';
import { LocalesMenuButton, ToggleThemeButton } from 'ra-ui-materialui';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router-dom';

import { PasswordField } from './PasswordField';
import { useSubmit } from './useSubmit';

const PETALS =
  'radial-gradient(40rem 30rem at 8% 0%, rgba(160,43,99,.28), transparent 70%),' +
  'radial-gradient(36rem 28rem at 95% 100%, rgba(47,111,83,.30), transparent 70%)';

export const LoginPage = () => (
  <Box
    component="main"
    sx={{ minHeight: '100dvh', display: 'grid', placeItems: 'center', p: 2, backgroundImage: PETALS }}
  >
    <Card sx={{ width: 1, maxWidth: 400, borderRadius: 4 }}>
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', p: 1, pb: 0 }}>
        <LocalesMenuButton />
        <ToggleThemeButton />
      </Box>
      <CardContent sx={{ px: { xs: 3, sm: 5 }, pb: 5, pt: 0 }}>
        <Heading />
        <LoginForm />
      </CardContent>
    </Card>
  </Box>
);

const Heading = () => {
  const translate = useTranslate();
  return (
    <Box sx={{ textAlign: 'center', mb: 3 }}>
      <Avatar sx={{ bgcolor: 'primary.main', width: 56, height: 56, mx: 'auto', mb: 1.5 }}>
        <LocalFloristIcon fontSize="large" />
      </Avatar>
      <Typography variant="h5" component="h1" sx={{ fontWeight: 700 }}>
        Cvety
      </Typography>
      <Typography color="text.secondary">{translate('app.login.title')}</Typography>
    </Box>
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
