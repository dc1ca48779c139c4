import ReceiptLongIcon from '@mui/icons-material/ReceiptLong';
import { DataTable } from 'react-admin';

import { Coded } from '../ui/Coded';
import { EmptyState } from '../ui/EmptyState';
import { List } from '../ui/List';
import { MomentField } from '../ui/Moment';
import { MoneyField } from '../ui/Money';

const empty = <EmptyState icon={<ReceiptLongIcon />} title="superadmin.empty.title" hint="superadmin.empty.hint" />;

const OrdersList = () => (
  <List empty={empty}>
    <DataTable rowClick={false} bulkActionButtons={false}>
      <DataTable.Col source="number" disableSort />
      <DataTable.Col source="shop_id" disableSort />
      <DataTable.Col source="status" disableSort>
        <Coded source="status" of="superadmin.status" />
      </DataTable.Col>
      <DataTable.Col source="customer_name" disableSort />
      <DataTable.Col source="total" field={MoneyField} align="right" disableSort />
      <DataTable.Col source="created_at" field={MomentField} disableSort />
    </DataTable>
  </List>
);

export default OrdersList;
