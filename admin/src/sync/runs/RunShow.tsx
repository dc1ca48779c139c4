import { Alert, Box, Card, CardContent } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Title } from 'ra-ui-materialui';
import { useParams } from 'react-router-dom';

import { Loaded } from '../../ui/Loaded';
import { isWorking, partsOf, type Run } from './progress';
import { DriftList } from './DriftList';
import { reasonOf } from './reason';
import { RunActions } from './RunActions';
import { RunCounts } from './RunCounts';
import { RunFacts } from './RunFacts';
import { RunProgress } from './RunProgress';
import { useRun } from './useRun';

const RunShow = () => {
  const translate = useTranslate();
  const id = Number(useParams().id);
  return (
    <Box sx={{ mt: 2, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title title={translate('sync.runs.show', { id })} />
      <Loaded query={useRun(id)}>
        {(run) => (
          <>
            <Summary run={run} />
            <DriftList run={run} isLive={isWorking(run)} />
          </>
        )}
      </Loaded>
    </Box>
  );
};

const Summary = ({ run }: { run: Run }) => (
  <Card>
    <CardContent>
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', justifyContent: 'space-between', mb: 1 }}>
        <RunFacts run={run} />
        <RunActions run={run} />
      </Box>
      <Box aria-live="polite">
        {partsOf(run).map((part) => (
          <Box key={part.id}>
            <RunProgress run={part} />
            {part.reason && <Why said={part.reason} halted={part.phase === 'halted'} />}
          </Box>
        ))}
      </Box>
      <RunCounts counts={run.counts} />
    </CardContent>
  </Card>
);

const Why = ({ said, halted }: { said: string; halted: boolean }) => {
  const translate = useTranslate();
  const { key, args } = reasonOf(said);
  return (
    <Alert severity={halted ? 'error' : 'warning'} sx={{ my: 1 }}>
      {translate(key, args)}
      {halted && <div>{translate('sync.runs.lapses')}</div>}
    </Alert>
  );
};

export default RunShow;
