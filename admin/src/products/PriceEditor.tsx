import CheckIcon from '@mui/icons-material/Check';
import CloseIcon from '@mui/icons-material/Close';
import { Box, FormHelperText, IconButton } from '@mui/material';
import { useLocale, useTranslate } from 'ra-core';
import { useId, useState, type FormEvent } from 'react';

import { formatMoney } from '../ui/Money';
import { MoneyText } from '../ui/MoneyText';
import { overtakenBy } from './overtaken';
import type { Product } from './types';
import { usePrice } from './usePrice';

/** The price in place: Enter saves, Escape leaves it as it was, and what was refused stays in the field. */
export const PriceEditor = ({ product, onClose }: { product: Product; onClose: () => void }) => {
  const translate = useTranslate();
  const [price, setPrice] = useState<number | null>(product.price);
  const { mutate, isPending, error, reset } = usePrice(product);
  const problem = useProblem(product, error);
  const help = useId();
  const isAmount = price !== null && !Number.isNaN(price);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (price === product.price) onClose();
    else if (isAmount) mutate(price, { onSuccess: onClose });
  };
  const type = (now: number | null) => {
    setPrice(now);
    if (error && !overtakenBy(error)) reset();
  };
  const said = isAmount ? problem : translate('app.money.wrong');
  return (
    <Box component="form" onSubmit={save} noValidate sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center' }}>
      <MoneyText
        value={price}
        onChange={type}
        hiddenLabel
        size="small"
        margin="none"
        autoFocus
        error={Boolean(said)}
        onKeyDown={({ key }) => key === 'Escape' && onClose()}
        slotProps={{
          htmlInput: { 'aria-label': translate('products.price_of', { name: product.name }), 'aria-describedby': help },
        }}
        sx={{ width: 136 }}
      />
      <IconButton type="submit" size="small" color="primary" loading={isPending} aria-label={translate('ra.action.save')}>
        <CheckIcon />
      </IconButton>
      <IconButton size="small" onClick={onClose} aria-label={translate('ra.action.cancel')}>
        <CloseIcon />
      </IconButton>
      <FormHelperText id={help} error role="status" sx={{ flexBasis: 1, minWidth: '100%', m: 0 }}>
        {said}
      </FormHelperText>
    </Box>
  );
};

const useProblem = ({ price }: Product, error: Error | null): string | undefined => {
  const translate = useTranslate();
  const locale = useLocale();
  if (!error) return undefined;
  const overtaken = overtakenBy(error);
  if (!overtaken) return translate(error.message, { _: error.message });
  const by = overtaken.by ?? translate('products.the_site');
  return translate('products.price_overtaken', { by, price: formatMoney(price, locale) });
};
