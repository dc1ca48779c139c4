import GridViewIcon from '@mui/icons-material/GridView';
import ViewListIcon from '@mui/icons-material/ViewList';
import { ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useStore, useTranslate } from 'ra-core';
import { CreateButton, FilterButton, SortButton, TopToolbar } from 'ra-ui-materialui';

export type View = 'grid' | 'table';

export const useView = () => useStore<View>('products.view', 'grid');

export const ListActions = ({ isPhone }: { isPhone: boolean }) => (
  <TopToolbar>
    {!isPhone && <ViewToggle />}
    <SortButton label="products.sorted_by" fields={['created_at', 'name', 'price']} />
    <FilterButton />
    <CreateButton />
  </TopToolbar>
);

const ViewToggle = () => {
  const translate = useTranslate();
  const [view, setView] = useView();
  return (
    <ToggleButtonGroup
      size="small"
      exclusive
      value={view}
      onChange={(_, chosen: View | null) => chosen && setView(chosen)}
      aria-label={translate('products.view.label')}
    >
      <ToggleButton value="grid" aria-label={translate('products.view.grid')}>
        <GridViewIcon fontSize="small" />
      </ToggleButton>
      <ToggleButton value="table" aria-label={translate('products.view.table')}>
        <ViewListIcon fontSize="small" />
      </ToggleButton>
    </ToggleButtonGroup>
  );
};
