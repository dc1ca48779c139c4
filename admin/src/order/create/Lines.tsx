import DeleteIcon from '@mui/icons-material/DeleteOutline';
import { Avatar, Box, FormHelperText, IconButton, InputBase, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useController, useFormState } from 'react-hook-form';

import { Money } from '../../ui/Money';
import { Section } from '../../ui/Section';
import { withProduct, type Draft, type DraftLine } from '../draft';
import { ProductSearch } from '../ProductSearch';
import { Quantity } from '../Quantity';
import { usePreview, type PricedLine } from './usePreview';

/** What is ordered: found by name, with how much of it can be made now. */
export const Lines = () => {
  const translate = useTranslate();
  const { field } = useController<Draft, 'items'>({ name: 'items' });
  const { errors, isSubmitted } = useFormState<Draft>();
  const { preview, refused } = usePreview();
  const change = (index: number, line: Partial<DraftLine>) =>
    field.onChange(field.value.map((old, i) => (i === index ? { ...old, ...line } : old)));
  return (
    <Section title="order.create.items">
      <ProductSearch
        value={null}
        onChange={(product) => product && field.onChange(withProduct(field.value, product))}
        forgets
      />
      {field.value.length === 0 && (
        <FormHelperText error={isSubmitted && Boolean(errors.items)} sx={{ mt: 1 }}>
          {translate(isSubmitted && errors.items ? 'order.create.no_items' : 'order.items.empty')}
        </FormHelperText>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 1, p: 0 }}>
        {field.value.map((line, index) => (
          <Line
            key={`${line.product_id}-${index}`}
            line={line}
            priced={preview?.items[index]?.product_id === line.product_id ? preview.items[index] : undefined}
            problem={refused[index] ?? errorOf(errors.items?.[index])}
            onChange={(changed) => change(index, changed)}
            onRemove={() => field.onChange(field.value.filter((_, i) => i !== index))}
          />
        ))}
      </Box>
    </Section>
  );
};

const errorOf = (errors: { quantity?: { message?: string }; product_id?: { message?: string } } | undefined) =>
  errors?.quantity?.message ?? errors?.product_id?.message;

interface LineProps {
  line: DraftLine;
  priced: PricedLine | undefined;
  problem: string | undefined;
  onChange: (changed: Partial<DraftLine>) => void;
  onRemove: () => void;
}

const Line = ({ line, priced, problem, onChange, onRemove }: LineProps) => {
  const translate = useTranslate();
  const lacks = priced && !priced.enough;
  return (
    <Box component="li" sx={{ py: 1.5, borderBottom: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        <Avatar variant="rounded" src={line.image ?? undefined} alt="" sx={{ width: 48, height: 48 }}>
          {line.name.slice(0, 1)}
        </Avatar>
        <Box sx={{ flex: '1 1 160px', minWidth: 0 }}>
          <Typography sx={{ overflowWrap: 'anywhere' }}>{line.name}</Typography>
          <Typography variant="body2" color="text.secondary">
            <Money value={priced?.price ?? line.price} />
          </Typography>
        </Box>
        <Quantity value={line.quantity} of={line.name} onChange={(quantity) => onChange({ quantity })} />
        <Box sx={{ minWidth: 84, textAlign: 'right', fontWeight: 600 }}>
          <Money value={priced && priced.quantity === line.quantity ? priced.total : line.price * line.quantity} />
        </Box>
        <IconButton aria-label={translate('order.items.remove', { name: line.name })} onClick={onRemove} size="small">
          <DeleteIcon fontSize="small" />
        </IconButton>
      </Box>
      <InputBase
        value={line.special_requests ?? ''}
        onChange={({ target }) => onChange({ special_requests: target.value || null })}
        placeholder={translate('order.field.special_requests')}
        inputProps={{ 'aria-label': translate('order.items.requests', { name: line.name }), maxLength: 1000 }}
        fullWidth
        sx={{ fontSize: '0.875rem' }}
      />
      {lacks && (
        <Typography variant="body2" color="error" role="alert">
          {translate('order.items.lack', { asked: priced.quantity, available: priced.available })}
        </Typography>
      )}
      {problem && !lacks && (
        <Typography variant="body2" color="error" role="alert">
          {translate(problem, { _: problem })}
        </Typography>
      )}
    </Box>
  );
};
