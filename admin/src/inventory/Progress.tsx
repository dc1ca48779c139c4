import { Alert, Button, LinearProgress, Paper, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useNotify, useRedirect, useTranslate } from 'ra-core';

import { useSaid } from '../ui/useSaid';
import { Discard } from './Discard';
import { sumsOf } from './differences';
import { isEmpty, type Draft } from './draft';
import { save } from './save';
import type { Countable } from './types';

interface Props {
  items: Countable[];
  draft: Draft;
  onForget: () => void;
}

/** How far the count is and what it found so far; stays in sight. */
export const Progress = ({ items, draft, onForget }: Props) => {
  const translate = useTranslate();
  const notify = useNotify();
  const redirect = useRedirect();
  const said = useSaid();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => save(draft, items),
    onSuccess: ({ id }) => {
      onForget();
      notify('inventory.saved', { type: 'success' });
      redirect('show', 'inventory', id);
    },
  });
  const counts = items.flatMap(({ warehouse_item_id }) => draft.counts[warehouse_item_id] ?? []);
  const { lines, missing, surplus } = sumsOf(counts);
  return (
    <Paper sx={{ position: 'sticky', bottom: 8, p: 1.5, mt: 1, zIndex: 1, boxShadow: 4 }}>
      <LinearProgress
        variant="determinate"
        value={(lines / items.length) * 100}
        aria-label={translate('inventory.progress', { lines, all: items.length })}
        sx={{ mb: 1 }}
      />
      <Typography role="status" sx={{ mb: 1 }}>
        {translate('inventory.so_far', { lines, all: items.length, missing, surplus })}
      </Typography>
      {error && (
        <Alert severity="error" sx={{ mb: 1 }}>
          {said(error)}
        </Alert>
      )}
      <Button variant="contained" loading={isPending} disabled={lines === 0} onClick={() => mutate()}>
        {translate('inventory.save')}
      </Button>
      {!isEmpty(draft) && <Discard onDiscard={onForget} />}
      <Typography variant="caption" color="text.secondary" component="p" sx={{ mt: 0.5 }}>
        {translate(lines < items.length ? 'inventory.uncounted_stay' : 'inventory.nothing_booked_yet')}
      </Typography>
    </Paper>
  );
};
