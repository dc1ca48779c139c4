import { Box, Typography } from '@mui/material';
import { useRecordContext, useTranslate } from 'ra-core';

import { Can } from '../auth/Can';
import { Loaded } from '../ui/Loaded';
import { Section } from '../ui/Section';
import { AddPart } from './AddPart';
import { Availability } from './Availability';
import { CopyRecipe } from './CopyRecipe';
import { MarginFigures } from './MarginFigures';
import { PartRow } from './PartRow';
import type { Product } from './types';
import { useRecipe } from './useRecipe';

export const RecipeCard = () => {
  const product = useRecordContext<Product>();
  return product ? <RecipeOf product={product} /> : null;
};

const RecipeOf = ({ product }: { product: Product }) => {
  const translate = useTranslate();
  const query = useRecipe(product.id);
  const copy = (
    <Can do="recipes.replace">
      <CopyRecipe product={product} />
    </Can>
  );
  return (
    <Section title="products.section.recipe" actions={copy}>
      <Loaded query={query}>
        {({ items }) => (
          <>
            {items.length === 0 && (
              <Typography color="text.secondary" sx={{ mb: 1.5 }}>
                {translate('products.recipe.none')}
              </Typography>
            )}
            <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
              {items.map((part) => (
                <PartRow key={part.id} productId={product.id} part={part} />
              ))}
            </Box>
            <Can do="recipes.add">
              <AddPart productId={product.id} used={items.map(({ warehouse_item_id }) => warehouse_item_id)} />
            </Can>
            {items.length > 0 && <MarginFigures price={product.price} parts={items} />}
            <Availability product={product} />
          </>
        )}
      </Loaded>
    </Section>
  );
};
