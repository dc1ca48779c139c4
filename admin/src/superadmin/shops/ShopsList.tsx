import StoreIcon from '@mui/icons-material/Store';
import { Chip } from '@mui/material';
import { useTranslate } from 'ra-core';
import { NullableBooleanInput, SearchInput } from 'ra-ui-materialui';

import type { Schemas } from '../../api/types';
import { List } from '../../ui/List';
import { Moment } from '../../ui/Moment';
import { Row, Rows } from '../Rows';
import { ShopActions } from './ShopActions';

export type Shop = Schemas['PlatformShop'];

const filters = [
  <SearchInput key="search" source="search" alwaysOn />,
  <NullableBooleanInput key="is_active" source="is_active" alwaysOn />,
];

const ShopsList = () => (
  <List filters={filters} empty={false} actions={false}>
    <Rows<Shop> icon={<StoreIcon />}>
      {(shop) => (
        <Row title={shop.name} state={<State {...shop} />} details={<Details {...shop} />}>
          <ShopActions shop={shop} />
        </Row>
      )}
    </Rows>
  </List>
);

const State = ({ is_active, mirrors_bitrix }: Shop) => {
  const translate = useTranslate();
  return (
    <>
      {!is_active && <Chip size="small" color="error" label={translate('superadmin.shop.blocked')} />}
      {mirrors_bitrix && <Chip size="small" variant="outlined" label={translate('superadmin.shop.mirrors')} />}
    </>
  );
};

const Details = ({ id, city, phone, created_at }: Shop) => (
  <>
    {['№ ' + id, city, phone].filter(Boolean).join(' · ')} · <Moment value={created_at} to="day" />
  </>
);

export default ShopsList;
