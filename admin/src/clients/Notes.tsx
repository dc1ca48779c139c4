import { Alert, Button, TextField } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useNotify, useRefresh, useTranslate } from 'ra-core';
import { useState } from 'react';

import { answer, api } from '../api/client';
import { useCan } from '../auth/useCan';
import { useSaid } from '../ui/useSaid';
import { useUnsaved } from '../ui/useUnsaved';
import type { Profile } from './types';

/** What staff should know of a client, written where it is read. */
export const Notes = ({ client }: { client: Profile }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const said = useSaid();
  const may = useCan('clients.set_notes');
  const [typed, setTyped] = useState(client.notes ?? '');
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => setNotes(client.id, typed.trim() || null),
    onSuccess: () => {
      notify('clients.notes_saved', { type: 'success' });
      refresh();
    },
  });
  const isChanged = typed !== (client.notes ?? '');
  useUnsaved(isChanged);
  return (
    <>
      <TextField
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        placeholder={translate('clients.notes_hint')}
        slotProps={{ htmlInput: { 'aria-label': translate('resources.clients.fields.notes'), maxLength: 5000, readOnly: !may } }}
        multiline
        minRows={3}
        fullWidth
      />
      {error && <Alert severity="error">{said(error)}</Alert>}
      {isChanged && (
        <Button variant="contained" loading={isPending} onClick={() => mutate()}>
          {translate('ra.action.save')}
        </Button>
      )}
    </>
  );
};

const setNotes = (client_id: number, notes: string | null) =>
  answer(api.PUT('/api/v1/clients/{client_id}/notes', { params: { path: { client_id } }, body: { notes } }));
