import ReceiptLongIcon from '@mui/icons-material/ReceiptLong';
import { useMediaQuery, type Theme } from '@mui/material';
import { CreateButton } from 'ra-ui-materialui';

import { EmptyState } from '../ui/EmptyState';
import { Pagination } from '../ui/Pagination';
import { List } from '../ui/List';
import { POLL_MS } from './asking';
import { Board } from './Board';
import { ListActions } from './ListActions';
import { OrderCards } from './OrderCards';
import { OrdersTable } from './OrdersTable';
import { StatusTabs } from './StatusTabs';
import { useFilters } from './useFilters';
import { useView } from './useView';

const NEWEST = { field: 'created_at', order: 'DESC' } as const;

const empty = (
  <EmptyState icon={<ReceiptLongIcon />} title="orders.empty.title" hint="orders.empty.hint">
    <CreateButton />
  </EmptyState>
);

/** What florists and managers see. The board asks for its columns by itself. */
export const StaffList = () => {
  const [view] = useView();
  const filters = useFilters();
  const isNarrow = useMediaQuery<Theme>((theme) => theme.breakpoints.down('md'));
  const isTable = view === 'table';
  return (
    <List
      component="div"
      sort={NEWEST}
      filters={filters}
      actions={<ListActions withSort={!isTable || isNarrow} />}
      empty={empty}
      pagination={isTable ? <Pagination /> : false}
      queryOptions={{ refetchInterval: POLL_MS, enabled: isTable }}
    >
      {isTable ? (
        <>
          <StatusTabs />
          {isNarrow ? <OrderCards /> : <OrdersTable />}
        </>
      ) : (
        <Board />
      )}
    </List>
  );
};
