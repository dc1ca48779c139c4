import CallSplitIcon from '@mui/icons-material/CallSplit';
import { Box } from '@mui/material';
import { useListContext } from 'ra-core';
import { TopToolbar } from 'react-admin';

import type { Schemas } from '../../api/types';
import { EmptyState } from '../../ui/EmptyState';
import { List } from '../../ui/List';
import { StateTabs } from '../shared/StateTabs';
import { ConflictCard } from './ConflictCard';

const EVERY_MS = 10_000;
const STATES = ['open', 'resolved'] as const;

const actions = (
  <TopToolbar>
    <StateTabs states={STATES} of="conflict" />
  </TopToolbar>
);

const ConflictsList = () => (
  <List
    filterDefaultValues={{ state: 'open' }}
    actions={actions}
    empty={false}
    component="div"
    queryOptions={{ refetchInterval: EVERY_MS }}
  >
    <Cards />
  </List>
);

const Cards = () => {
  const { data, isPending } = useListContext<Schemas['Conflict']>();
  if (isPending) return null;
  if (!data?.length) return <EmptyState icon={<CallSplitIcon />} title="sync.conflicts.empty" hint="sync.conflicts.empty_hint" />;
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {data.map((conflict) => (
        <ConflictCard key={conflict.id} conflict={conflict} />
      ))}
    </Box>
  );
};

export default ConflictsList;
