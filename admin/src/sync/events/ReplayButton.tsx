import ReplayIcon from '@mui/icons-material/Replay';
import { Button, type ButtonProps } from '@mui/material';
import { useTranslate } from 'ra-core';

import { answer, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { useCan } from '../../auth/useCan';
import { useAct } from '../../ui/useAct';

/** Works one event again, which may be done any number of times. One that waits is worked anyway. */
export const ReplayButton = ({ event, ...look }: { event: Schemas['Event'] } & Pick<ButtonProps, 'variant'>) => {
  const translate = useTranslate();
  const may = useCan('sync.replay_event');
  const { mutate, isPending } = useAct(
    () => answer(api.POST('/api/v1/sync/events/{id}/replay', { params: { path: { id: event.id } } })),
    () => ({ message: 'sync.events.replayed' }),
  );
  if (!may || event.state === 'pending') return null;
  return (
    <Button
      {...look}
      size="small"
      startIcon={<ReplayIcon />}
      loading={isPending}
      aria-label={`${translate('sync.events.replay')}: ${translate('sync.events.show', { id: event.id })}`}
      onClick={(click) => {
        click.stopPropagation();
        mutate();
      }}
    >
      {translate('sync.events.replay')}
    </Button>
  );
};
