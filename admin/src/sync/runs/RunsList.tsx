import CompareArrowsIcon from '@mui/icons-material/CompareArrows';
import { Box, Chip, Link, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { CreateButton, DataTable, FunctionField, SelectInput, TopToolbar } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';

import type { Schemas } from '../../api/types';
import { choices } from '../../ui/choices';
import { Coded } from '../../ui/Coded';
import { EmptyState } from '../../ui/EmptyState';
import { Moment, MomentField } from '../../ui/Moment';
import { Cards, CardTitle } from '../shared/Cards';
import { LiveList } from '../shared/LiveList';
import { StateChip } from '../shared/StateChip';
import { runAt } from '../troubles';

type Run = Schemas['Run'];

const EVERY_MS = 5_000;
const SCOPES = ['orders', 'products', 'all'] as const;
const PHASES = ['queued', 'reading', 'comparing', 'repairing', 'halted', 'done', 'incomplete', 'failed', 'stopped'] as const;
const PLANS = ['hand', 'nightly', 'active', 'products'] as const;

const filters = [
  <SelectInput key="scope" source="scope" choices={choices(SCOPES, 'sync.code.scope')} alwaysOn />,
  <SelectInput key="phase" source="phase" choices={choices(PHASES, 'sync.code.phase')} alwaysOn />,
  <SelectInput key="plan" source="plan" choices={choices(PLANS, 'sync.code.plan')} alwaysOn />,
];

const start = <CreateButton label="sync.runs.start" variant="contained" />;
const actions = <TopToolbar>{start}</TopToolbar>;
const empty = (
  <EmptyState icon={<CompareArrowsIcon />} title="sync.runs.empty" hint="sync.runs.empty_hint">
    {start}
  </EmptyState>
);

const RunsList = () => (
  <LiveList
    filters={filters}
    actions={actions}
    everyMs={EVERY_MS}
    table={<Table />}
    phone={<Phone />}
  />
);

const Table = () => (
  <DataTable rowClick="show" bulkActionButtons={false} empty={empty}>
    <DataTable.Col source="id" disableSort />
    <DataTable.Col source="scope" disableSort>
      <FunctionField<Run> render={(run) => <Scope run={run} />} />
    </DataTable.Col>
    <DataTable.Col source="plan" disableSort>
      <Coded source="plan" of="sync.code.plan" />
    </DataTable.Col>
    <DataTable.Col source="phase" disableSort>
      <FunctionField<Run> render={({ phase }) => <StateChip of="phase" value={phase} />} />
    </DataTable.Col>
    <DataTable.NumberCol source="counts.found" label="resources.sync/runs.fields.found" disableSort />
    <DataTable.NumberCol source="counts.left" label="resources.sync/runs.fields.left" disableSort />
    <DataTable.Col source="created_at" field={MomentField} disableSort />
    <DataTable.Col source="finished_at" field={MomentField} disableSort />
  </DataTable>
);

const Phone = () => {
  const translate = useTranslate();
  return (
    <Cards<Run> empty={empty}>
      {(run) => (
        <>
          <CardTitle>
            <Link component={RouterLink} to={runAt(run.id)}>
              {translate('sync.runs.show', { id: run.id })}
            </Link>
            <StateChip of="phase" value={run.phase} />
          </CardTitle>
          <Typography variant="body2" component="div">
            <Scope run={run} /> · <Moment value={run.created_at} />
            <div>
              {translate('sync.runs.found')}: {run.counts.found ?? 0} · {translate('sync.runs.left_over')}: {run.counts.left ?? 0}
            </div>
          </Typography>
        </>
      )}
    </Cards>
  );
};

/** What a run looks at, and whether that is all. */
const Scope = ({ run: { scope, dry_run, since, ids } }: { run: Run }) => {
  const translate = useTranslate();
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center', flexWrap: 'wrap' }}>
      {translate(`sync.code.scope.${scope}`)}
      {dry_run && <Chip size="small" label={translate('sync.runs.dry')} />}
      {(since || ids) && <Chip size="small" label={translate('sync.runs.limited')} />}
    </Box>
  );
};

export default RunsList;
