import ArticleIcon from '@mui/icons-material/Article';
import { DataTable } from 'react-admin';

import { EmptyState } from '../ui/EmptyState';
import { List } from '../ui/List';

const empty = <EmptyState icon={<ArticleIcon />} title="content.empty.title" hint="content.empty.hint" />;

const FaqsList = () => (
  <List empty={empty}>
    <DataTable rowClick={false} bulkActionButtons={false}>
      <DataTable.Col source="question" disableSort />
      <DataTable.Col source="answer" disableSort />
      <DataTable.Col source="position" disableSort />
    </DataTable>
  </List>
);

export default FaqsList;
