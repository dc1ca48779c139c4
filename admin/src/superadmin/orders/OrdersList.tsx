import ReceiptLongIcon from '@mui/icons-material/ReceiptLong';
import { Chip } from '@mui/material';
import { useTranslate } from 'ra-core';
import { SelectInput, ShowButton, TextInput } from 'ra-ui-materialui';

import { choices } from '../../ui/choices';
import { List } from '../../ui/List';
import { Moment } from '../../ui/Moment';
import { Money } from '../../ui/Money';
import { Row, Rows } from '../Rows';
import { ShopInput } from '../ShopInput';
import { ShopName } from '../ShopName';
import { STATUSES, type Order } from './moves';
import { OrderActions } from './OrderActions';

const filters = [
  <ShopInput key="shop" alwaysOn />,
  <SelectInput key="status" source="status" choices={choices(STATUSES, 'orders.status')} alwaysOn />,
  <TextInput key="phone" source="phone" type="tel" alwaysOn />,
  <TextInput key="tracking_id" source="tracking_id" alwaysOn slotProps={{ htmlInput: { maxLength: 9 } }} />,
];

const OrdersList = () => (
  <List filters={filters} empty={false} actions={false}>
    <Rows<Order> icon={<ReceiptLongIcon />}>
      {(order) => (
        <Row title={order.number} state={<State {...order} />} details={<Details {...order} />}>
          <ShowButton />
          <OrderActions order={order} />
        </Row>
      )}
    </Rows>
  </List>
);

const State = ({ status }: Order) => {
  const translate = useTranslate();
  return <Chip size="small" variant="outlined" label={translate(`orders.status.${status}`)} />;
};

const Details = ({ customer_name, total, created_at }: Order) => (
  <>
    {customer_name && `${customer_name} · `}
    <Money value={total} /> · <Moment value={created_at} /> · <ShopName />
  </>
);

export default OrdersList;
