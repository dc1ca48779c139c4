import ArticleIcon from '@mui/icons-material/Article';
import { CreateButton, DataTable, SimpleList, TopToolbar } from 'ra-ui-materialui';

import type { Schemas } from '../../api/types';
import { EmptyState } from '../../ui/EmptyState';
import { List } from '../../ui/List';
import { MomentField } from '../../ui/Moment';
import { useIsPhone } from '../../ui/useIsPhone';

const empty = (
  <EmptyState icon={<ArticleIcon />} title="content.no_pages.title" hint="content.no_pages.hint">
    <CreateButton resource="pages" variant="contained" />
  </EmptyState>
);
const actions = (
  <TopToolbar>
    <CreateButton />
  </TopToolbar>
);

const Table = () => (
  <DataTable rowClick="edit" bulkActionButtons={false}>
    <DataTable.Col source="title" disableSort />
    <DataTable.Col source="slug" disableSort />
    <DataTable.Col source="updated_at" field={MomentField} disableSort />
  </DataTable>
);

const PagesList = () => {
  const isPhone = useIsPhone();
  return (
    <List empty={empty} actions={actions}>
      {isPhone ? (
        <SimpleList<Schemas['Page']> linkType="edit" primaryText={({ title }) => title} secondaryText={({ slug }) => slug} />
      ) : (
        <Table />
      )}
    </List>
  );
};

export default PagesList;
