import type { ReactNode } from 'react';
import { DataTable, useRecordContext } from 'react-admin';

import { Coded } from '../ui/Coded';
import { EnabledSwitch } from './EnabledSwitch';
import { PriceCell } from './PriceCell';
import { ProductLink } from './ProductLink';
import { ProductPicture } from './ProductPicture';
import { SyncChip } from './SyncChip';
import type { Product } from './types';
import { useShopIsMirrored } from './useMirrored';

export const ProductTable = () => {
  const isMirrored = useShopIsMirrored();
  return (
    <DataTable rowClick={false} bulkActionButtons={false}>
      <DataTable.Col label="products.picture" disableSort>
        <Of>{({ image }) => <ProductPicture url={image} alt="" sx={{ width: 48, height: 48, borderRadius: 1 }} />}</Of>
      </DataTable.Col>
      <DataTable.Col source="name">
        <Of>{(product) => <ProductLink product={product}>{product.name}</ProductLink>}</Of>
      </DataTable.Col>
      <DataTable.Col source="type" disableSort>
        <Coded source="type" of="products.type" />
      </DataTable.Col>
      <DataTable.Col source="price">
        <Of>{(product) => <PriceCell product={product} />}</Of>
      </DataTable.Col>
      <DataTable.Col source="enabled" disableSort>
        <Of>{(product) => <EnabledSwitch product={product} />}</Of>
      </DataTable.Col>
      {isMirrored && (
        <DataTable.Col source="sync" disableSort>
          <Of>{({ sync }) => <SyncChip sync={sync} />}</Of>
        </DataTable.Col>
      )}
    </DataTable>
  );
};

const Of = ({ children }: { children: (product: Product) => ReactNode }) => {
  const product = useRecordContext<Product>();
  return product ? children(product) : null;
};
