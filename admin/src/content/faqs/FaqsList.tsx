import QuizIcon from '@mui/icons-material/Quiz';
import { CreateButton, Pagination, TopToolbar } from 'ra-ui-materialui';

import { EmptyState } from '../../ui/EmptyState';
import { List } from '../../ui/List';
import { FaqRows } from './FaqRows';

const empty = (
  <EmptyState icon={<QuizIcon />} title="content.no_faqs.title" hint="content.no_faqs.hint">
    <CreateButton resource="faqs" variant="contained" />
  </EmptyState>
);
const actions = (
  <TopToolbar>
    <CreateButton />
  </TopToolbar>
);

const FaqsList = () => (
  <List empty={empty} actions={actions} perPage={100} pagination={<Pagination rowsPerPageOptions={[100]} />}>
    <FaqRows />
  </List>
);

export default FaqsList;
