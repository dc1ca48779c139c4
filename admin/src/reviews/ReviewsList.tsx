import { Box } from '@mui/material';
import { AutocompleteInput, Pagination, ReferenceInput, SelectInput } from 'ra-ui-materialui';

import { List } from '../ui/List';
import { Figures } from './Figures';
import { ReviewCards } from './ReviewCards';
import { StatusTabs } from './StatusTabs';
import { RATINGS } from './types';

const stars = RATINGS.map((id) => ({ id, name: '★'.repeat(id) }));
const byName = (search: string) => ({ search });

const filters = [
  <SelectInput key="rating" source="rating" choices={stars} translateChoice={false} alwaysOn />,
  <ReferenceInput key="product" source="product_id" reference="products" alwaysOn>
    <AutocompleteInput optionText="name" filterToQuery={byName} sx={{ minWidth: 220 }} />
  </ReferenceInput>,
];

const A_MINUTE = 60_000;

const ReviewsList = () => (
  <>
    <Figures />
    <List
      filters={filters}
      filterDefaultValues={{ status: 'pending' }}
      empty={false}
      actions={false}
      component="div"
      pagination={<Pagination rowsPerPageOptions={[10, 25, 50]} />}
      queryOptions={{ refetchInterval: A_MINUTE }}
    >
      <Box>
        <StatusTabs />
        <ReviewCards />
      </Box>
    </List>
  </>
);

export default ReviewsList;
