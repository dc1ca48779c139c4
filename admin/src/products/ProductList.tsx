import LocalFloristIcon from '@mui/icons-material/LocalFlorist';
import { useListContext } from 'ra-core';
import { CreateButton, SearchInput, SelectInput } from 'react-admin';

import { Can } from '../auth/Can';
import { choices } from '../ui/choices';
import { EmptyState } from '../ui/EmptyState';
import { List } from '../ui/List';
import { MoneyInput } from '../ui/MoneyInput';
import { Pagination } from '../ui/Pagination';
import { useIsPhone } from '../ui/useIsPhone';
import { ListActions, useView } from './ListActions';
import { ProductGrid } from './ProductGrid';
import { ProductTable } from './ProductTable';
import { Summary } from './Summary';
import { PRODUCT_TYPES } from './types';
import { TypeTabs } from './TypeTabs';

const ON_SALE = [
  { id: true, name: 'products.enabled' },
  { id: false, name: 'products.disabled' },
];
const LIVE = { refetchInterval: 15_000 };

const filters = [
  <SearchInput key="search" source="search" alwaysOn />,
  <SelectInput key="enabled" source="enabled" choices={ON_SALE} />,
  <MoneyInput key="min_price" source="min_price" />,
  <MoneyInput key="max_price" source="max_price" />,
  <SelectInput key="type" source="type" choices={choices(PRODUCT_TYPES, 'products.type')} />,
];

const empty = (
  <EmptyState icon={<LocalFloristIcon />} title="products.empty.title" hint="products.empty.hint">
    <Can do="products.create">
      <CreateButton />
    </Can>
  </EmptyState>
);
const nothingFits = <EmptyState icon={<LocalFloristIcon />} title="products.none.title" hint="products.none.hint" />;

const ProductList = () => {
  const isPhone = useIsPhone();
  return (
    <>
      <Summary />
      <List
        filters={filters}
        actions={<ListActions isPhone={isPhone} />}
        empty={empty}
        perPage={24}
        pagination={<Pagination rowsPerPageOptions={[24, 48, 96]} />}
        sort={{ field: 'created_at', order: 'DESC' }}
        queryOptions={LIVE}
      >
        <TypeTabs />
        <Products isPhone={isPhone} />
      </List>
    </>
  );
};

const Products = ({ isPhone }: { isPhone: boolean }) => {
  const { total } = useListContext();
  const [view] = useView();
  if (total === 0) return nothingFits;
  return view === 'grid' || isPhone ? <ProductGrid /> : <ProductTable />;
};

export default ProductList;
