import { FunctionField, ReferenceField } from 'ra-ui-materialui';

import type { Schemas } from '../api/types';

type Shop = Schemas['PlatformShop'];

/** Of which shop the row is. */
export const ShopName = () => (
  <ReferenceField source="shop_id" reference="superadmin/shops" link={false} emptyText="—">
    <FunctionField<Shop> render={({ name, id }) => `${name} (${id})`} variant="body2" />
  </ReferenceField>
);
