import ContentCopyIcon from '@mui/icons-material/ContentCopy';
import { Alert, Autocomplete, Button, TextField } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import { useState } from 'react';

import { AskDialog } from '../ui/AskDialog';
import type { Product } from './types';
import { useProductChoice } from './useProductChoice';
import { readRecipe, useRecipeChanges } from './useRecipe';

/** Makes the recipe that of another product. */
export const CopyRecipe = ({ product }: { product: Product }) => {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" startIcon={<ContentCopyIcon />} onClick={() => setOpen(true)}>
        {translate('products.recipe.copy')}
      </Button>
      {open && <CopyDialog product={product} onClose={() => setOpen(false)} />}
    </>
  );
};

const CopyDialog = ({ product, onClose }: { product: Product; onClose: () => void }) => {
  const translate = useTranslate();
  const { replace } = useRecipeChanges(product.id);
  const [source, setSource] = useState<Product | null>(null);
  const copying = useMutation({
    mutationFn: async (from: Product) => {
      const { items } = await readRecipe(from.id);
      if (items.length > 0) await replace.mutateAsync(items.map(newPart));
      return items.length;
    },
    onSuccess: (copied) => copied > 0 && onClose(),
  });
  const choose = (now: Product | null) => {
    copying.reset();
    setSource(now);
  };
  return (
    <AskDialog
      title={translate('products.recipe.copy')}
      hint={translate('products.recipe.copy_hint')}
      submit={translate('products.recipe.replace')}
      disabled={!source}
      busy={copying.isPending}
      error={copying.error}
      onSubmit={() => source && copying.mutate(source)}
      onClose={onClose}
    >
      <ProductChoice value={source} onChange={choose} except={product.id} />
      {copying.data === 0 && <Alert severity="info">{translate('products.recipe.copy_empty')}</Alert>}
    </AskDialog>
  );
};

const newPart = ({ warehouse_item_id, quantity, is_optional }: { warehouse_item_id: number; quantity: number; is_optional: boolean }) => ({
  warehouse_item_id,
  quantity,
  is_optional,
});

interface ChoiceProps {
  value: Product | null;
  onChange: (product: Product | null) => void;
  except: number;
}
const ProductChoice = ({ value, onChange, except }: ChoiceProps) => {
  const translate = useTranslate();
  const [search, setSearch] = useState('');
  const { data, isFetching } = useProductChoice(search);
  return (
    <Autocomplete
      value={value}
      onChange={(_, product) => onChange(product)}
      onInputChange={(_, typed) => setSearch(typed)}
      options={data?.items ?? []}
      loading={isFetching}
      filterOptions={(products) => products.filter(({ id }) => id !== except)}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      renderInput={(params) => <TextField {...params} label={translate('products.recipe.copy_from')} autoFocus />}
    />
  );
};
