import AddIcon from '@mui/icons-material/Add';
import { Alert, Autocomplete, Box, Button, TextField } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useState } from 'react';

import type { Schemas } from '../api/types';
import { isQuantity } from './quantity';
import { useRecipeChanges } from './useRecipe';
import { useStock } from './useStock';

type Item = Schemas['WarehouseItem'];

export const AddPart = ({ productId, used }: { productId: number; used: number[] }) => {
  const translate = useTranslate();
  const { add } = useRecipeChanges(productId);
  const [item, setItem] = useState<Item | null>(null);
  const [quantity, setQuantity] = useState('1');
  const clear = () => {
    setItem(null);
    setQuantity('1');
  };
  const save = () =>
    item && add.mutate({ warehouse_item_id: item.id, quantity: Number(quantity), is_optional: false }, { onSuccess: clear });
  return (
    <Box sx={{ mt: 1.5 }}>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
        <ItemChoice value={item} onChange={setItem} used={used} />
        <TextField
          label={translate('products.recipe.quantity')}
          size="small"
          margin="none"
          value={quantity}
          error={!isQuantity(quantity)}
          onChange={({ target }) => setQuantity(target.value)}
          slotProps={{ htmlInput: { inputMode: 'numeric' } }}
          sx={{ width: 100 }}
        />
        <Button
          startIcon={<AddIcon />}
          variant="outlined"
          disabled={!item || !isQuantity(quantity)}
          loading={add.isPending}
          onClick={save}
        >
          {translate('products.recipe.add')}
        </Button>
      </Box>
      {add.error && (
        <Alert severity="error" sx={{ mt: 1 }}>
          {translate(add.error.message, { _: add.error.message })}
        </Alert>
      )}
    </Box>
  );
};

interface ChoiceProps {
  value: Item | null;
  onChange: (item: Item | null) => void;
  /** Ids of what is in the recipe already. */
  used: number[];
}
const ItemChoice = ({ value, onChange, used }: ChoiceProps) => {
  const translate = useTranslate();
  const [search, setSearch] = useState('');
  const { data, isFetching } = useStock(search);
  return (
    <Autocomplete
      size="small"
      value={value}
      onChange={(_, item) => onChange(item)}
      onInputChange={(_, typed) => setSearch(typed)}
      options={data?.items ?? []}
      loading={isFetching}
      filterOptions={(items) => items.filter(({ id }) => !used.includes(id))}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      renderOption={({ key, ...props }, { name, available }) => (
        <li key={key} {...props}>
          {name} — {translate('products.recipe.in_stock', { number: available })}
        </li>
      )}
      renderInput={(params) => <TextField {...params} margin="none" label={translate('products.recipe.item')} />}
      noOptionsText={translate('products.recipe.no_items')}
      sx={{ flex: '1 1 200px' }}
    />
  );
};
