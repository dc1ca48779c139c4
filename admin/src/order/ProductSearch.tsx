import { Autocomplete, Avatar, Box, TextField, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useState } from 'react';

import { Money } from '../ui/Money';
import { useProducts, type Product } from './useProducts';
import { useShop } from '../ui/useShop';

interface Props {
  value: Product | null;
  onChange: (product: Product | null) => void;
  autoFocus?: boolean;
  /** What was chosen goes elsewhere: the field is empty for the next one. */
  forgets?: boolean;
}

/** A product by its name, with its picture and price. One the site does not know cannot be ordered in its shop. */
export const ProductSearch = ({ value, onChange, autoFocus, forgets }: Props) => {
  const translate = useTranslate();
  const shop = useShop();
  const [typed, setTyped] = useState('');
  const { data, isFetching, error } = useProducts(typed);
  const isUnknownThere = ({ bitrix_id }: Product) => Boolean(shop?.mirrors_bitrix) && bitrix_id === null;
  return (
    <Autocomplete<Product>
      options={data?.items ?? []}
      value={value}
      inputValue={typed}
      onInputChange={(_, text, reason) => setTyped(forgets && reason !== 'input' ? '' : text)}
      onChange={(_, product) => onChange(product)}
      filterOptions={(options) => options}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ id }) => id}
      getOptionDisabled={isUnknownThere}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      loading={isFetching}
      loadingText={translate('ra.page.loading')}
      noOptionsText={translate(error ? 'app.error.offline' : 'order.items.none_found')}
      blurOnSelect={!forgets}
      renderOption={({ key, ...props }, product) => (
        <Box component="li" key={key} {...props}>
          <Found product={product} remark={isUnknownThere(product) ? translate('order.items.unknown_there') : undefined} />
        </Box>
      )}
      renderInput={(params) => (
        <TextField {...params} label={translate('order.items.search')} autoFocus={autoFocus} size="small" />
      )}
    />
  );
};

const Found = ({ product, remark }: { product: Product; remark?: string }) => (
  <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, width: 1 }}>
    <Avatar variant="rounded" src={product.image ?? undefined} alt="" sx={{ width: 44, height: 44 }}>
      {product.name.slice(0, 1)}
    </Avatar>
    <Box sx={{ flexGrow: 1, minWidth: 0 }}>
      {product.name}
      {remark && (
        <Typography variant="body2" color="text.secondary">
          {remark}
        </Typography>
      )}
    </Box>
    <Money value={product.price} />
  </Box>
);
