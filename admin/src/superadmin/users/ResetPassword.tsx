import KeyIcon from '@mui/icons-material/Key';
import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useNotify, useTranslate } from 'ra-core';
import { useId } from 'react';

import { answer, api } from '../../api/client';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { CopyField } from '../../ui/CopyField';
import type { User } from './UsersList';

/** A new password, which is in this dialog and nowhere else once it is closed. */
export const ResetPassword = ({ user: { id, name } }: { user: User }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const { mutate, data, isPending, reset } = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/superadmin/users/{id}/reset-password', { params: { path: { id } } })),
    onError: ({ message }) => notify(message, { type: 'error', messageArgs: { _: message } }),
    gcTime: 0,
  });
  return (
    <>
      <ConfirmButton
        label="superadmin.password.label"
        name={translate('superadmin.password.of', { name })}
        title="superadmin.password.title"
        content="superadmin.password.content"
        args={{ name }}
        icon={<KeyIcon />}
        busy={isPending}
        onConfirm={() => mutate()}
      />
      {data && <Shown password={data.password} name={name} onClose={reset} />}
    </>
  );
};

interface Props {
  password: string;
  name: string;
  onClose: () => void;
}

const Shown = ({ password, name, onClose }: Props) => {
  const translate = useTranslate();
  const title = useId();
  return (
    <Dialog open fullWidth maxWidth="xs" aria-labelledby={title}>
      <DialogTitle id={title}>{translate('superadmin.password.new', { name })}</DialogTitle>
      <DialogContent>
        <CopyField label="app.login.password" value={password} />
        <Alert severity="warning">{translate('superadmin.password.once')}</Alert>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose}>
          {translate('superadmin.password.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
