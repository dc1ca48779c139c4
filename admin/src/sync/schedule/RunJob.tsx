import PlayArrowIcon from '@mui/icons-material/PlayArrow';
import { Button } from '@mui/material';
import { useRedirect, useTranslate } from 'ra-core';

import { answer, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { useAct } from '../../ui/useAct';

/** Starts a job out of turn; a comparison is then watched. */
export const RunJob = ({ job, name }: { job: Schemas['Job']; name: string }) => {
  const translate = useTranslate();
  const redirect = useRedirect();
  const { mutate, isPending } = useAct(
    () => answer(api.POST('/api/v1/sync/schedule/{name}/run', { params: { path: { name: job.name } } })),
    ({ run_id }) => ({
      message: 'sync.schedule.sent',
      args: { name },
      then: run_id === null ? undefined : () => redirect('show', 'sync/runs', run_id),
    }),
  );
  return (
    <Button
      size="small"
      startIcon={<PlayArrowIcon />}
      loading={isPending}
      onClick={() => mutate()}
      aria-label={`${translate('sync.schedule.run')}: ${name}`}
    >
      {translate('sync.schedule.run')}
    </Button>
  );
};
