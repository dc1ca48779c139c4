import DoneAllIcon from '@mui/icons-material/DoneAll';
import { Card, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import { useEffect } from 'react';
import { DataTable, FunctionField, SelectInput, TopToolbar } from 'react-admin';

import type { Schemas } from '../../api/types';
import { useCan } from '../../auth/useCan';
import { choices } from '../../ui/choices';
import { EmptyState } from '../../ui/EmptyState';
import { List } from '../../ui/List';
import { useIsPhone } from '../../ui/useIsPhone';
import { Cards, CardTitle } from '../shared/Cards';
import { EntityLink } from '../shared/EntityLink';
import { FieldName } from '../shared/FieldName';
import { StateChip } from '../shared/StateChip';
import { Value } from '../shared/Value';
import { DriftCsv } from './DriftCsv';
import type { Run } from './progress';

type Drift = Schemas['Drift'];

const WHILE_WORKING_MS = 3_000;
const STATES = ['left', 'found', 'repaired', 'listed'] as const;
const ALL_KINDS: Record<Drift['kind'], true> = {
  missing_here: true,
  missing_there: true,
  theirs_moved: true,
  ours_moved: true,
  both_moved: true,
  no_base: true,
  not_created: true,
  rejected: true,
  unknown_status: true,
  status_ahead: true,
  by_hand: true,
  gone_there: true,
  local_only: true,
  conflict: true,
};
const KINDS = Object.keys(ALL_KINDS) as Drift['kind'][];

const filters = [
  <SelectInput key="state" source="state" choices={choices(STATES, 'sync.code.drift_state')} alwaysOn />,
  <SelectInput key="kind" source="kind" choices={choices(KINDS, 'sync.code.drift')} alwaysOn />,
  <SelectInput key="entity" source="entity" choices={choices(['order', 'product'], 'sync.code.entity')} alwaysOn />,
];

const empty = <EmptyState icon={<DoneAllIcon />} title="sync.runs.drift_empty" hint="sync.runs.drift_empty_hint" />;

/** Every difference a run found: ours and theirs, by kind and by what became of it. */
export const DriftList = ({ run: { id, phase }, isLive }: { run: Run; isLive: boolean }) => {
  const translate = useTranslate();
  useAnewWith(phase);
  const isPhone = useIsPhone();
  if (!useCan('sync.list_drift')) return null;
  const actions = (
    <TopToolbar>
      <DriftCsv runId={id} />
    </TopToolbar>
  );
  return (
    <Card component="section" aria-labelledby="sync-drift">
      <Typography id="sync-drift" variant="h6" component="h2" sx={{ px: 2, pt: 2 }}>
        {translate('sync.runs.drift')}
      </Typography>
      <List
        resource="sync/drift"
        title={false}
        filters={filters}
        actions={actions}
       
        empty={false}
        component="div"
        disableSyncWithLocation
        storeKey={`sync.drift.${id}`}
        queryOptions={{ meta: { path: { id } }, refetchInterval: isLive ? WHILE_WORKING_MS : false }}
        sx={{ px: 2 }}
      >
        {isPhone ? <Phone /> : <Table />}
      </List>
    </Card>
  );
};

/** A run goes on to its next phase with rows that nobody has asked for yet, at its end for the last time. */
const useAnewWith = (phase: Run['phase']) => {
  const queries = useQueryClient();
  useEffect(() => void queries.invalidateQueries({ queryKey: ['sync/drift'] }), [queries, phase]);
};

const Table = () => (
  <DataTable rowClick={false} bulkActionButtons={false} empty={empty}>
    <DataTable.Col source="entity" disableSort>
      <FunctionField<Drift> render={about} />
    </DataTable.Col>
    <DataTable.Col source="kind" disableSort>
      <FunctionField<Drift> render={(drift) => <Kind drift={drift} />} />
    </DataTable.Col>
    <DataTable.Col source="field" disableSort>
      <FunctionField<Drift> render={({ field }) => <FieldName name={field} />} />
    </DataTable.Col>
    <DataTable.Col source="ours" disableSort>
      <FunctionField<Drift> render={({ field, ours }) => field && <Value field={field} value={ours} />} />
    </DataTable.Col>
    <DataTable.Col source="theirs" disableSort>
      <FunctionField<Drift> render={({ field, theirs }) => field && <Value field={field} value={theirs} />} />
    </DataTable.Col>
    <DataTable.Col source="state" disableSort>
      <FunctionField<Drift> render={({ state }) => <StateChip of="drift_state" value={state} />} />
    </DataTable.Col>
  </DataTable>
);

const Phone = () => {
  const translate = useTranslate();
  return (
    <Cards<Drift> empty={empty}>
      {(drift) => (
        <>
          <CardTitle>
            {about(drift)} <StateChip of="drift_state" value={drift.state} />
          </CardTitle>
          <Typography variant="body2" component="div">
            <Kind drift={drift} />
            {drift.field && (
              <>
                <div>
                  <FieldName name={drift.field} />
                </div>
                <div>
                  {translate('sync.code.side.us')}: <Value field={drift.field} value={drift.ours} />
                </div>
                <div>
                  {translate('sync.code.side.site')}: <Value field={drift.field} value={drift.theirs} />
                </div>
              </>
            )}
          </Typography>
        </>
      )}
    </Cards>
  );
};

const about = ({ entity, local_id, bitrix_id }: Drift) => <EntityLink kind={entity} localId={local_id} bitrixId={bitrix_id} />;

const Kind = ({ drift: { kind, reason } }: { drift: Drift }) => {
  const translate = useTranslate();
  return (
    <>
      {translate(`sync.code.drift.${kind}`)}
      {reason && (
        <Typography component="span" variant="body2" color="text.secondary" sx={{ display: 'block', overflowWrap: 'anywhere' }}>
          {reason}
        </Typography>
      )}
    </>
  );
};
