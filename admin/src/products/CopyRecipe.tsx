import ContentCopyIcon from '@mui/icons-material/ContentCopy';
import {
  Alert,
  Autocomplete,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  TextField,
} from '@mui/material';
import { useTranslate } from 'ra-core';
import { useState } from 'react';

import type { Product } from './types';
import { readRecipe, useRecipeChanges } from './useRecipe';
import { useProductChoice } from './useProductChoice';

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
  const [isEmpty, setIsEmpty] = useState(false);
  const copy = async (from: Product) => {
    const { items } = await readRecipe(from.id);
    setIsEmpty(items.length === 0);
    if (items.length > 0) replace.mutate(items.map(newPart), { onSuccess: onClose });
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="copy-recipe">
      <DialogTitle id="copy-recipe">{translate('products.recipe.copy')}</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 2 }}>{translate('products.recipe.copy_hint')}</DialogContentText>
        <ProductChoice value={source} onChange={setSource} except={product.id} />
        {isEmpty && <Alert severity="info">{translate('products.recipe.copy_empty')}</Alert>}
        {replace.error && <Alert severity="error">{translate(replace.error.message, { _: replace.error.message })}</Alert>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        <Button
          variant="contained"
          disabled={!source}
          loading={replace.isPending}
          onClick={() => source && void copy(source)}
        >
          {translate('products.recipe.replace')}
        </Button>
      </DialogActions>
    </Dialog>
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
