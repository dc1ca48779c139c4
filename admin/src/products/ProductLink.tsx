import { Link } from '@mui/material';
import { useCreatePath } from 'ra-core';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';

import { useCan } from '../auth/useCan';
import type { Product } from './types';

/** To the page where the product is changed, or for those who may not, to the one where it is shown. */
export const ProductLink = ({ product, children, hidden }: { product: Product; children: ReactNode; hidden?: boolean }) => {
  const createPath = useCreatePath();
  const type = useCan('products.edit') ? 'edit' : 'show';
  const skipped = hidden && { tabIndex: -1, 'aria-hidden': true };
  return (
    <Link
      component={RouterLink}
      to={createPath({ resource: 'products', type, id: product.id })}
      color="inherit"
      underline="hover"
      {...skipped}
    >
      {children}
    </Link>
  );
};
