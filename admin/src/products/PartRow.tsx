import DeleteIcon from '@mui/icons-material/Delete';
import { Alert, Box, Checkbox, FormControlLabel, IconButton, TextField, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useState } from 'react';

import { useCan } from '../auth/useCan';
import { Money } from '../ui/Money';
import { isQuantity } from './quantity';
import { useRecipeChanges, type Part } from './useRecipe';

/** One ingredient: its quantity is saved when one leaves the field or presses Enter. */
export const PartRow = ({ productId, part }: { productId: number; part: Part }) => {
  const translate = useTranslate();
  const mayEdit = useCan('recipes.edit');
  const { edit, remove } = useRecipeChanges(productId);
  const error = edit.error ?? remove.error;
  return (
    <Box component="li" sx={{ py: 1, borderBottom: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
        <Box sx={{ flex: '1 1 140px', minWidth: 0 }}>
          <Typography sx={{ fontWeight: 500, overflowWrap: 'anywhere' }}>{part.name}</Typography>
          <Typography variant="body2" color="text.secondary">
            <Money value={part.cost_price} /> × {part.quantity} = <Money value={part.cost} />
          </Typography>
        </Box>
        <FormControlLabel
          label={translate('products.recipe.optional')}
          control={
            <Checkbox
              size="small"
              checked={(edit.isPending ? edit.variables.is_optional : undefined) ?? part.is_optional}
              disabled={!mayEdit || edit.isPending}
              onChange={(_, is_optional) => edit.mutate({ id: part.id, is_optional })}
            />
          }
          sx={{ mr: 0 }}
        />
        {mayEdit && (
          <>
            <Quantity key={part.quantity} part={part} onChange={(quantity) => edit.mutate({ id: part.id, quantity })} />
            <IconButton
              aria-label={translate('products.recipe.remove', { name: part.name })}
              loading={remove.isPending}
              onClick={() => remove.mutate(part.id)}
            >
              <DeleteIcon fontSize="small" />
            </IconButton>
          </>
        )}
      </Box>
      {error && <Alert severity="error">{translate(error.message, { _: error.message })}</Alert>}
    </Box>
  );
};

const Quantity = ({ part, onChange }: { part: Part; onChange: (quantity: number) => void }) => {
  const translate = useTranslate();
  const [typed, setTyped] = useState(String(part.quantity));
  const isRight = isQuantity(typed);
  const save = () => isRight && Number(typed) !== part.quantity && onChange(Number(typed));
  return (
    <TextField
      size="small"
      margin="none"
      hiddenLabel
      value={typed}
      error={!isRight}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={save}
      onKeyDown={({ key }) => key === 'Enter' && save()}
      slotProps={{
        htmlInput: { inputMode: 'numeric', 'aria-label': translate('products.recipe.quantity_of', { name: part.name }) },
      }}
      sx={{ width: 76 }}
    />
  );
};
