import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import { useNotify, useRefresh, useTranslate } from 'ra-core';
import { useId, useState } from 'react';

import { answer, api } from '../../api/client';
import { useSubmit } from '../../auth/useSubmit';
import { stepName, type Order, type Status } from './moves';

interface Props {
  order: Order;
  to: Status;
  onClose: () => void;
}

const MOST = 2_000;

/** Confirms a step of another shop's order. Cancelling takes a reason, any other step may have a note. */
export const MoveDialog = ({ order, to, onClose }: Props) => {
  const translate = useTranslate();
  const title = useId();
  const [note, setNote] = useState('');
  const { onSubmit, busy, problem } = useMove(order, to, note.trim(), onClose);
  const isCancel = to === 'cancelled';
  const step = translate(stepName(order.status, to));
  return (
    <Dialog open fullWidth maxWidth="xs" aria-labelledby={title} onClose={onClose}>
      <form onSubmit={onSubmit}>
        <DialogTitle id={title}>{translate('superadmin.order.move_of', { step, number: order.number })}</DialogTitle>
        <DialogContent>
          {order.bitrix_order_id && (
            <Alert severity="info" sx={{ mb: 1 }}>
              {translate('superadmin.order.mirrored', { status: order.bitrix_status ?? '—' })}
            </Alert>
          )}
          <TextField
            label={translate(`superadmin.order.${isCancel ? 'reason' : 'note'}`)}
            value={note}
            onChange={({ target }) => setNote(target.value)}
            slotProps={{ htmlInput: { maxLength: MOST } }}
            required={isCancel}
            multiline
            minRows={2}
            autoFocus
          />
          {problem && <Alert severity="error">{problem}</Alert>}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('superadmin.order.leave')}</Button>
          <Button
            type="submit"
            variant="contained"
            color={isCancel ? 'error' : 'primary'}
            loading={busy}
            disabled={isCancel && !note.trim()}
          >
            {step}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};

const useMove = ({ id, number }: Order, to: Status, note: string, onDone: () => void) => {
  const notify = useNotify();
  const refresh = useRefresh();
  const params = { path: { id } };
  return useSubmit(async () => {
    await answer(
      to === 'cancelled'
        ? api.PUT('/api/v1/superadmin/orders/{id}/cancel', { params, body: { reason: note } })
        : api.PUT('/api/v1/superadmin/orders/{id}/status', { params, body: { status: to, notes: note || null } }),
    );
    notify(`superadmin.order.moved.${to}`, { type: 'success', messageArgs: { number } });
    onDone();
    refresh();
  });
};
