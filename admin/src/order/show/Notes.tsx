import DeleteIcon from '@mui/icons-material/DeleteOutline';
import { Alert, Box, Button, IconButton, TextField, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import { useState, type FormEvent } from 'react';

import { Can } from '../../auth/Can';
import { useCan, usePerson } from '../../auth/useCan';
import { Moment } from '../../ui/Moment';
import { Section } from '../../ui/Section';
import { nameOf, useColleagues } from '../../ui/useColleagues';
import { useSaid } from '../../ui/useSaid';
import { useUnsaved } from '../../ui/useUnsaved';
import type { Order } from '../types';
import { useChange } from '../useChange';
import { addNote, removeNote } from './calls';

type Note = Order['notes'][number];

export const Notes = ({ order }: { order: Order }) => {
  const translate = useTranslate();
  return (
    <Section title="order.notes.title">
      {order.notes.map((note) => (
        <Written key={note.id} order={order} note={note} />
      ))}
      {order.notes.length === 0 && (
        <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
          {translate('order.notes.empty')}
        </Typography>
      )}
      <Can do="orders.add_note">
        <NewNote order={order} />
      </Can>
    </Section>
  );
};

const Written = ({ order, note }: { order: Order; note: Note }) => {
  const translate = useTranslate();
  const person = usePerson();
  const team = useColleagues();
  const change = useChange();
  const may = useCan('orders.remove_note') && (note.user_id === person?.id || person?.role !== 'florist');
  return (
    <Box sx={{ display: 'flex', gap: 1, mb: 1.5 }}>
      <Box sx={{ flexGrow: 1, minWidth: 0 }}>
        <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{note.text}</Typography>
        <Typography variant="body2" color="text.secondary">
          {nameOf(team, note.user_id) ?? translate('order.actor.system')} · <Moment value={note.created_at} />
        </Typography>
      </Box>
      {may && (
        <IconButton
          size="small"
          aria-label={translate('order.notes.remove', { text: note.text.slice(0, 40) })}
          disabled={change.isPending}
          onClick={() => change.mutate(() => removeNote(order, note.id))}
          sx={{ alignSelf: 'flex-start' }}
        >
          <DeleteIcon fontSize="small" />
        </IconButton>
      )}
    </Box>
  );
};

const NewNote = ({ order }: { order: Order }) => {
  const translate = useTranslate();
  const said = useSaid();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const adding = useMutation({
    mutationFn: () => addNote(order, text.trim()),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['orders'] });
      setText('');
    },
  });
  useUnsaved(text.trim() !== '');
  const send = (event: FormEvent) => {
    event.preventDefault();
    adding.mutate();
  };
  return (
    <Box component="form" onSubmit={send} sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
      <TextField
        label={translate('order.notes.new')}
        value={text}
        onChange={({ target }) => setText(target.value)}
        slotProps={{ htmlInput: { maxLength: 5000 } }}
        size="small"
        multiline
        fullWidth
      />
      {adding.error && <Alert severity="error">{said(adding.error)}</Alert>}
      <Button type="submit" variant="outlined" size="small" loading={adding.isPending} disabled={!text.trim()}>
        {translate('order.notes.add')}
      </Button>
    </Box>
  );
};
