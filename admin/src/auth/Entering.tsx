import { Alert, Box, Button, Link } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { Link as RouterLink, useNavigate } from 'react-router-dom';

import { useSaid } from '../ui/useSaid';

interface Props {
  /** Signs somebody in. */
  enter: () => Promise<void>;
  submit: string;
  children: ReactNode;
}

/** A form at whose end one is signed in. What the answers to somebody else were is forgotten then. */
export const Entering = ({ enter, submit, children }: Props) => {
  const translate = useTranslate();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const said = useSaid();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      await enter();
      queries.clear();
      navigate('/', { replace: true });
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={onSubmit}>
      {children}
      {error !== undefined && (
        <Alert severity="error" sx={{ mt: 1 }}>
          {said(error)}
        </Alert>
      )}
      <Button type="submit" variant="contained" size="large" fullWidth loading={busy} sx={{ mt: 2 }}>
        {translate(submit)}
      </Button>
      <Box sx={{ textAlign: 'center', mt: 2 }}>
        <Link component={RouterLink} to="/login">
          {translate('app.register.back')}
        </Link>
      </Box>
    </form>
  );
};
