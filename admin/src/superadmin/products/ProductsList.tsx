import LocalFloristIcon from '@mui/icons-material/LocalFlorist';
import { Chip } from '@mui/material';
import { useTranslate } from 'ra-core';
import { NullableBooleanInput, SearchInput } from 'ra-ui-materialui';

import type { Schemas } from '../../api/types';
import { List } from '../../ui/List';
import { Money } from '../../ui/Money';
import { Row, Rows } from '../Rows';
import { ShopInput } from '../ShopInput';
import { ShopName } from '../ShopName';
import { ProductActions } from './ProductActions';

export type Product = Schemas['StaffProduct'];

const filters = [
  <SearchInput key="search" source="search" alwaysOn />,
  <ShopInput key="shop" alwaysOn />,
  <NullableBooleanInput key="enabled" source="enabled" alwaysOn />,
];

const ProductsList = () => (
  <List filters={filters} empty={false} actions={false}>
    <Rows<Product> icon={<LocalFloristIcon />}>
      {(product) => (
        <Row title={product.name} state={<State {...product} />} details={<Details {...product} />}>
          <ProductActions product={product} />
        </Row>
      )}
    </Rows>
  </List>
);

const State = ({ enabled }: Product) => {
  const translate = useTranslate();
  return (
    <Chip
      size="small"
      variant="outlined"
      color={enabled ? 'success' : 'default'}
      sx={{ color: 'text.primary' }}
      label={translate(`superadmin.product.${enabled ? 'on_sale' : 'off_sale'}`)}
    />
  );
};

const Details = ({ price }: Product) => (
  <>
    <Money value={price} /> · <ShopName />
  </>
);

export default ProductsList;
