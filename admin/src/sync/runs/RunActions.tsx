import CheckIcon from '@mui/icons-material/Check';
import StopIcon from '@mui/icons-material/Stop';
import { Box } from '@mui/material';

import { answer, api } from '../../api/client';
import { useCan } from '../../auth/useCan';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { useAct } from '../../ui/useAct';
import { mayApprove, mayStop, type Run } from './progress';

/** A person's word on a run: let it repair what it lists, or end it. */
export const RunActions = ({ run }: { run: Run }) => (
  <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', flexWrap: 'wrap' }}>
    {useCan('sync.approve_run') && mayApprove(run) && <Approve run={run} />}
    {useCan('sync.stop_run') && mayStop(run) && <Stop run={run} />}
  </Box>
);

const at = ({ id }: Run) => ({ params: { path: { id } } });

const Approve = ({ run }: { run: Run }) => {
  const { mutate, isPending } = useAct(
    () => answer(api.POST('/api/v1/sync/runs/{id}/approve', at(run))),
    () => ({ message: 'sync.runs.approved' }),
  );
  return (
    <ConfirmButton
      label="sync.runs.approve"
      title="sync.runs.approve_title"
      content="sync.runs.approve_content"
      args={{ count: run.counts.found ?? 0 }}
      icon={<CheckIcon />}
      variant="contained"
      busy={isPending}
      onConfirm={mutate}
    />
  );
};

const Stop = ({ run }: { run: Run }) => {
  const { mutate, isPending } = useAct(
    () => answer(api.POST('/api/v1/sync/runs/{id}/stop', at(run))),
    () => ({ message: 'sync.runs.stopped' }),
  );
  return (
    <ConfirmButton
      label="sync.runs.stop"
      title="sync.runs.stop_title"
      content="sync.runs.stop_content"
      icon={<StopIcon />}
      color="error"
      variant="outlined"
      busy={isPending}
      onConfirm={mutate}
    />
  );
};
