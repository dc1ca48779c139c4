import { Box } from '@mui/material';
import { useListContext } from 'ra-core';

import { ProductCard } from './ProductCard';
import type { Product } from './types';

export const ProductGrid = () => {
  const { data = [] } = useListContext<Product>();
  return (
    <Box
      component="ul"
      sx={{
        m: 0,
        p: { xs: 1, sm: 2 },
        listStyle: 'none',
        display: 'grid',
        gap: { xs: 1, sm: 2 },
        gridTemplateColumns: { xs: '1fr', sm: 'repeat(auto-fill, minmax(220px, 1fr))' },
      }}
    >
      {data.map((product) => (
        <ProductCard key={product.id} product={product} />
      ))}
    </Box>
  );
};
