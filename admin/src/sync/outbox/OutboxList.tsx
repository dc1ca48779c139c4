import OutboxIcon from '@mui/icons-material/Outbox';
import { Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { DataTable, FunctionField, SelectInput, TopToolbar } from 'react-admin';

import type { Schemas } from '../../api/types';
import { choices } from '../../ui/choices';
import { EmptyState } from '../../ui/EmptyState';
import { Moment, MomentField } from '../../ui/Moment';
import { Ahead } from '../../ui/Span';
import { Cards, CardTitle } from '../shared/Cards';
import { EntityLink } from '../shared/EntityLink';
import { LiveList } from '../shared/LiveList';
import { StateChip } from '../shared/StateChip';
import { StateTabs } from '../shared/StateTabs';
import { RetryButton } from './RetryButton';

type Debt = Schemas['DebtRow'];

const EVERY_MS = 5_000;
const STATES = ['pending', 'dead', 'settled'] as const;
const KINDS = ['order', 'product', 'new_order'] as const;

const filters = [<SelectInput key="kind" source="kind" choices={choices(KINDS, 'sync.code.debt_kind')} alwaysOn />];

const actions = (
  <TopToolbar>
    <StateTabs states={STATES} of="debt" />
  </TopToolbar>
);

const empty = <EmptyState icon={<OutboxIcon />} title="sync.outbox.empty" hint="sync.outbox.empty_hint" />;

const OutboxList = () => (
  <LiveList
    filters={filters}
    filterDefaultValues={{ state: 'pending' }}
    actions={actions}
    everyMs={EVERY_MS}
    table={<Table />}
    phone={<Phone />}
  />
);

const Table = () => (
  <DataTable rowClick={false} bulkActionButtons={false} empty={empty}>
    <DataTable.Col source="kind" disableSort>
      <FunctionField<Debt> render={about} />
    </DataTable.Col>
    <DataTable.Col source="state" disableSort>
      <FunctionField<Debt> render={({ state }) => <StateChip of="debt" value={state} />} />
    </DataTable.Col>
    <DataTable.Col source="reason" disableSort>
      <FunctionField<Debt> render={(debt) => <Why debt={debt} />} />
    </DataTable.Col>
    <DataTable.NumberCol source="attempts" disableSort />
    <DataTable.Col source="wished_at" field={MomentField} disableSort />
    <DataTable.Col source="due_at" disableSort>
      <FunctionField<Debt> render={(debt) => <Next debt={debt} />} />
    </DataTable.Col>
    <DataTable.Col label={false}>
      <FunctionField<Debt> render={(debt) => <RetryButton debt={debt} />} />
    </DataTable.Col>
  </DataTable>
);

const Phone = () => {
  const translate = useTranslate();
  return (
    <Cards<Debt> empty={empty}>
      {(debt) => (
        <>
          <CardTitle>
            {about(debt)} <StateChip of="debt" value={debt.state} />
          </CardTitle>
          <Typography variant="body2" component="div">
            <Why debt={debt} />
            <div>
              {translate('sync.outbox.attempts', { count: debt.attempts })} · <Next debt={debt} />
            </div>
          </Typography>
          <RetryButton debt={debt} />
        </>
      )}
    </Cards>
  );
};

const about = ({ kind, local_id, key }: Debt) => (
  <EntityLink kind={kind} localId={local_id} bitrixId={kind === 'new_order' ? null : key} />
);

/** Why it is owed, and what stood in the way. */
const Why = ({ debt: { reason, error, in_doubt } }: { debt: Debt }) => {
  const translate = useTranslate();
  return (
    <>
      {translate(`sync.code.why.${reason}`, { _: reason })}
      {error && (
        <Typography component="span" variant="body2" color="error" sx={{ display: 'block', overflowWrap: 'anywhere' }}>
          {error}
        </Typography>
      )}
      {in_doubt && (
        <Typography component="span" variant="body2" color="warning.main" sx={{ display: 'block' }}>
          {translate('sync.outbox.in_doubt')}
        </Typography>
      )}
    </>
  );
};

const Next = ({ debt: { state, due_at, lease_until, finished_at } }: { debt: Debt }) => {
  const translate = useTranslate();
  if (state !== 'pending') return <Moment value={finished_at} />;
  if (lease_until) return translate('sync.outbox.working');
  return <Ahead value={due_at} />;
};

export default OutboxList;
