import { Alert, Box, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';

import { Money } from '../ui/Money';
import { marginOf } from './margin';
import type { Part } from './useRecipe';

export const MarginFigures = ({ price, parts }: { price: number; parts: Part[] }) => {
  const { cost, optionalCost, margin, percent } = marginOf(price, parts);
  const translate = useTranslate();
  const isLoss = margin < 0;
  const unknown = parts.filter((part) => part.cost_price === 0 && !part.is_optional).map(({ name }) => name);
  return (
    <>
      <Box component="dl" sx={{ m: 0, mt: 2, display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 1 }}>
        <Figure name="cost">
          <Money value={cost} />
        </Figure>
        {optionalCost > 0 && (
          <Figure name="optional_cost">
            <Money value={optionalCost} />
          </Figure>
        )}
        <Figure name="price">
          <Money value={price} />
        </Figure>
        <Figure name={isLoss ? 'loss' : 'margin'} color={isLoss ? 'error.main' : 'success.main'}>
          <Money value={margin} />
          {percent !== null && ` · ${percent} %`}
        </Figure>
      </Box>
      {unknown.length > 0 && (
        <Alert severity="warning" sx={{ mt: 1.5 }}>
          {translate('products.recipe.no_cost', { names: unknown.join(', ') })}
        </Alert>
      )}
    </>
  );
};

const Figure = ({ name, color, children }: { name: string; color?: string; children: ReactNode }) => {
  const translate = useTranslate();
  return (
    <Box>
      <Typography component="dt" variant="body2" color="text.secondary">
        {translate(`products.recipe.${name}`)}
      </Typography>
      <Typography component="dd" variant="h6" sx={{ m: 0, color, fontSize: '1.125rem' }}>
        {children}
      </Typography>
    </Box>
  );
};
