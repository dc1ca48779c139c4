import ReplayIcon from '@mui/icons-material/Replay';
import { Button } from '@mui/material';
import { useTranslate } from 'ra-core';

import { answer, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { useCan } from '../../auth/useCan';
import { useAct } from '../../ui/useAct';

/** Makes a debt due now, whatever it waited for. It reads before it writes, so it may be done any number of times. */
export const RetryButton = ({ debt: { id, kind, key } }: { debt: Schemas['DebtRow'] }) => {
  const translate = useTranslate();
  const may = useCan('sync.retry_debt');
  const { mutate, isPending } = useAct(
    () => answer(api.POST('/api/v1/sync/outbox/{id}/retry', { params: { path: { id } } })),
    () => ({ message: 'sync.outbox.retried' }),
  );
  if (!may) return null;
  const about = translate(`sync.entity.${kind}`, { id: key });
  return (
    <Button
      size="small"
      startIcon={<ReplayIcon />}
      loading={isPending}
      onClick={() => mutate()}
      aria-label={`${translate('sync.outbox.retry')}: ${about}`}
    >
      {translate('sync.outbox.retry')}
    </Button>
  );
};
