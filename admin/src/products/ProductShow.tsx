import { Box, Card, CardContent, Typography } from '@mui/material';
import { useRecordContext } from 'ra-core';
import { Show } from 'react-admin';

import { Facts } from '../ui/Facts';
import { Money } from '../ui/Money';
import { ProductPicture } from './ProductPicture';
import { RecipeCard } from './RecipeCard';
import type { Product } from './types';
import { useTranslate } from 'ra-core';

/** For those who may not change products. */
const ProductShow = () => (
  <Show component={Box} actions={false} queryOptions={{ refetchInterval: 15_000 }}>
    <Box sx={{ mt: 2, display: 'grid', gap: 2 }}>
      <About />
      <RecipeCard />
    </Box>
  </Show>
);

const About = () => {
  const translate = useTranslate();
  const product = useRecordContext<Product>();
  if (!product) return null;
  const of = (field: string) => `resources.products.fields.${field}`;
  return (
    <Card>
      <ProductPicture url={product.image} alt={product.name} sx={{ height: 260 }} />
      <CardContent>
        <Typography component="h2" variant="h6" sx={{ mb: 1 }}>
          {product.name}
        </Typography>
        <Facts
          facts={[
            [of('price'), <Money key="price" value={product.price} />],
            [of('type'), translate(`products.type.${product.type}`)],
            [of('enabled'), translate(product.enabled ? 'ra.boolean.true' : 'ra.boolean.false')],
            [of('description'), product.description],
            [of('width'), product.width],
            [of('height'), product.height],
          ]}
        />
      </CardContent>
    </Card>
  );
};

export default ProductShow;
