import { Alert, FormControlLabel, FormHelperText, Switch } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useNotify, useRefresh, useTranslate } from 'ra-core';

import { answer, api } from '../api/client';
import { useCan } from '../auth/useCan';
import { useSaid } from '../ui/useSaid';
import type { Profile } from './types';

/** Whether the client lets us show their habits. */
export const Privacy = ({ client: { phone, allow_personalization } }: { client: Profile }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const said = useSaid();
  const may = useCan('client_profile.set_privacy');
  const { mutate, isPending, error } = useMutation({
    mutationFn: (allow: boolean) =>
      answer(api.PATCH('/api/v1/client_profile/privacy', { body: { phone, allow_personalization: allow } })),
    onSuccess: ({ allow_personalization: allowed }) => {
      notify(`clients.privacy.${allowed ? 'allowed' : 'refused'}`, { type: 'success' });
      refresh();
    },
  });
  return (
    <>
      <FormControlLabel
        control={
          <Switch
            checked={allow_personalization}
            disabled={!may || isPending}
            onChange={({ target }) => mutate(target.checked)}
          />
        }
        label={translate('clients.privacy.label')}
      />
      <FormHelperText sx={{ mb: 1 }}>{translate('clients.privacy.hint')}</FormHelperText>
      {error && <Alert severity="error">{said(error)}</Alert>}
    </>
  );
};
