import { Alert, Box, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { BooleanInput, maxLength, maxValue, minValue, NumberInput, required, SelectInput, TextInput } from 'react-admin';

import { choices } from '../ui/choices';
import { MoneyInput } from '../ui/MoneyInput';
import { PRODUCT_TYPES } from './types';
import { WordsInput } from './WordsInput';

const READABLE = { '& .MuiFormHelperText-root.Mui-disabled': { color: 'text.secondary' } };
const COUNT = [minValue(0), maxValue(10_000)];

/** `isMirrored`: the site knows the product, and what is only the site's to change cannot be changed here. */
export const ProductInputs = ({ isMirrored = false }: { isMirrored?: boolean }) => {
  const translate = useTranslate();
  const theirs = isMirrored ? { readOnly: true, helperText: 'products.site_only', sx: READABLE } : {};
  return (
    <>
      {isMirrored && <GoesToTheSite />}
      <TextInput source="name" validate={[required(), maxLength(500)]} />
      <Row>
        <MoneyInput source="price" validate={[required(), minValue(0)]} fullWidth />
        <SelectInput
          source="type"
          choices={choices(PRODUCT_TYPES, 'products.type')}
          defaultValue="catalog"
          validate={required()}
          {...theirs}
        />
      </Row>
      <Row>
        <BooleanInput source="enabled" defaultValue />
        <BooleanInput source="is_featured" helperText="products.featured_hint" />
      </Row>
      <TextInput source="description" multiline minRows={3} validate={maxLength(10_000)} />
      <Heading text="products.section.sizes" />
      <Row>
        <NumberInput source="width" min={0} validate={COUNT} {...theirs} />
        <NumberInput source="height" min={0} validate={COUNT} {...theirs} />
        <NumberInput source="manufacturing_minutes" min={0} validate={[minValue(0), maxValue(100_000)]} />
        <NumberInput source="shelf_life_days" min={0} validate={COUNT} />
      </Row>
      <Heading text="products.section.words" />
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
        {translate('products.words_hint')}
      </Typography>
      <WordsInput source="colors" />
      <WordsInput source="occasions" />
      <WordsInput source="cities" />
      <WordsInput source="tags" />
    </>
  );
};

const GoesToTheSite = () => (
  <Alert severity="info" sx={{ mb: 2, width: 1 }}>
    {useTranslate()('products.goes_to_site')}
  </Alert>
);

const Heading = ({ text }: { text: string }) => (
  <Typography component="h3" variant="subtitle1" sx={{ mt: 2, mb: 1, fontWeight: 600 }}>
    {useTranslate()(text)}
  </Typography>
);

const Row = ({ children }: { children: ReactNode }) => (
  <Box
    sx={{ width: 1, display: 'grid', columnGap: 2, gridTemplateColumns: 'repeat(auto-fit, minmax(128px, 1fr))' }}
  >
    {children}
  </Box>
);
