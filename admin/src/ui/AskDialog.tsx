import { Alert, Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useId, type FormEvent, type ReactNode } from 'react';

import { useSaid } from './useSaid';

export interface Asked {
  busy: boolean;
  error: unknown;
  onSubmit: () => void;
  onClose: () => void;
}

interface Props extends Asked {
  /** In words, not keys. */
  title: string;
  submit: string;
  hint?: ReactNode;
  /** It cannot be undone. */
  grave?: boolean;
  disabled?: boolean;
  children?: ReactNode;
}

/** Asks before something is done. What went wrong is said in it, and what was typed stays. */
export const AskDialog = ({ title, hint, submit, grave, disabled, busy, error, onSubmit, onClose, children }: Props) => {
  const translate = useTranslate();
  const said = useSaid();
  const id = useId();
  const send = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    onSubmit();
  };
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={busy ? undefined : onClose} aria-labelledby={id}>
      <form onSubmit={send}>
        <DialogTitle id={id}>{title}</DialogTitle>
        <DialogContent>
          {hint && (
            <DialogContentText component="div" sx={{ mb: 2 }}>
              {hint}
            </DialogContentText>
          )}
          {children}
          {Boolean(error) && (
            <Alert severity="error" sx={{ mt: 2 }}>
              {said(error)}
            </Alert>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={busy}>
            {translate('app.back')}
          </Button>
          <Button type="submit" variant="contained" color={grave ? 'error' : 'primary'} loading={busy} disabled={disabled}>
            {submit}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
