import StarHalfIcon from '@mui/icons-material/StarHalf';
import { DataTable } from 'react-admin';

import { Coded } from '../ui/Coded';
import { EmptyState } from '../ui/EmptyState';
import { List } from '../ui/List';
import { MomentField } from '../ui/Moment';

const empty = <EmptyState icon={<StarHalfIcon />} title="reviews.empty.title" hint="reviews.empty.hint" />;

const ReviewsList = () => (
  <List empty={empty}>
    <DataTable rowClick={false} bulkActionButtons={false}>
      <DataTable.Col source="author_name" disableSort />
      <DataTable.Col source="rating" disableSort />
      <DataTable.Col source="text" disableSort />
      <DataTable.Col source="status" disableSort>
        <Coded source="status" of="reviews.status" />
      </DataTable.Col>
      <DataTable.Col source="created_at" field={MomentField} disableSort />
    </DataTable>
  </List>
);

export default ReviewsList;
