import TableRowsIcon from '@mui/icons-material/TableRows';
import ViewKanbanIcon from '@mui/icons-material/ViewKanban';
import { ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useTranslate } from 'ra-core';
import { CreateButton, FilterButton, SortButton, TopToolbar } from 'ra-ui-materialui';
import { startTransition } from 'react';

import { useView, type View } from './useView';

export const ListActions = ({ withSort }: { withSort: boolean }) => (
  <TopToolbar>
    <ViewSwitch />
    {withSort && <SortButton label="orders.sort" fields={['created_at', 'delivery_date']} />}
    <FilterButton />
    <CreateButton />
  </TopToolbar>
);

const ViewSwitch = () => {
  const translate = useTranslate();
  const [view, setView] = useView();
  // The other view is drawn in pieces, so that the page answers meanwhile.
  const choose = (_event: unknown, chosen: View | null) => chosen && startTransition(() => setView(chosen));
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={view}
      onChange={choose}
      aria-label={translate('orders.view.label')}
    >
      <ToggleButton value="table" aria-label={translate('orders.view.table')} title={translate('orders.view.table')}>
        <TableRowsIcon fontSize="small" />
      </ToggleButton>
      <ToggleButton value="board" aria-label={translate('orders.view.board')} title={translate('orders.view.board')}>
        <ViewKanbanIcon fontSize="small" />
      </ToggleButton>
    </ToggleButtonGroup>
  );
};
