import { Alert, TextField } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useNotify, useRefresh, useTranslate } from 'ra-core';
import { useState } from 'react';

import { answer, api } from '../../api/client';
import { AskDialog } from '../../ui/AskDialog';
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
  const [note, setNote] = useState('');
  const { mutate, isPending, error } = useMove(order, to, onClose);
  const isCancel = to === 'cancelled';
  const step = translate(stepName(order.status, to));
  return (
    <AskDialog
      title={translate('superadmin.order.move_of', { step, number: order.number })}
      submit={step}
      grave={isCancel}
      disabled={isCancel && !note.trim()}
      busy={isPending}
      error={error}
      onSubmit={() => mutate(note.trim())}
      onClose={onClose}
    >
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
        fullWidth
        autoFocus
      />
    </AskDialog>
  );
};

const useMove = ({ id, number }: Order, to: Status, onDone: () => void) => {
  const notify = useNotify();
  const refresh = useRefresh();
  const params = { path: { id } };
  return useMutation({
    mutationFn: (note: string) =>
      answer(
        to === 'cancelled'
          ? api.PUT('/api/v1/superadmin/orders/{id}/cancel', { params, body: { reason: note } })
          : api.PUT('/api/v1/superadmin/orders/{id}/status', { params, body: { status: to, notes: note || null } }),
      ),
    onSuccess: () => {
      notify(`superadmin.order.moved.${to}`, { type: 'success', messageArgs: { number } });
      onDone();
    },
    onSettled: refresh,
  });
};
