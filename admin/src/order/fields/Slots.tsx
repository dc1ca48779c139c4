import { Alert, Box, Button, Chip, FormHelperText, FormLabel } from '@mui/material';
import { useLocale, useTranslate } from 'ra-core';
import { useId } from 'react';
import { useController, useFormContext, useWatch } from 'react-hook-form';

import { dayLong } from '../../ui/day';
import type { DeliveryType } from '../types';
import { useFieldRule } from './FieldRules';
import { useFeasibility, useSlots } from './useSlots';

/** The two-hour slots of the chosen day; those that cannot be met any more are not to be chosen. */
export const Slots = ({ pieces }: { pieces: number }) => {
  const translate = useTranslate();
  const label = useId();
  const type: DeliveryType = useWatch({ name: 'delivery_type' });
  const date: string | null = useWatch({ name: 'delivery_date' });
  const { field, fieldState } = useController<{ delivery_time: string | null }>({ name: 'delivery_time' });
  const { disabled, remark } = useFieldRule('delivery_time');
  const { data } = useSlots({ pieces, type, date });
  const slots = data?.slots ?? [];
  const isOther = field.value !== null && field.value !== '' && !slots.some((slot) => slot.label === field.value);
  return (
    <Box sx={{ mb: 2 }}>
      <FormLabel id={label}>{translate('order.create.slots')}</FormLabel>
      <Box role="radiogroup" aria-labelledby={label} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, my: 1 }}>
        <Choice chosen={!field.value} disabled={disabled} label={translate('order.create.any_time')} onChoose={() => field.onChange(null)} />
        {isOther && <Choice chosen label={String(field.value)} disabled={disabled} onChoose={() => undefined} />}
        {slots.map((slot) => (
          <Choice
            key={slot.label}
            label={slot.label}
            chosen={slot.label === field.value}
            disabled={disabled || !slot.available}
            onChoose={() => field.onChange(slot.label)}
          />
        ))}
      </Box>
      {date && data && slots.length === 0 && <FormHelperText>{translate('order.create.closed')}</FormHelperText>}
      {remark && <FormHelperText>{remark}</FormHelperText>}
      {fieldState.error?.message && <FormHelperText error>{fieldState.error.message}</FormHelperText>}
      {!disabled && <Nearest pieces={pieces} type={type} date={date} time={field.value} />}
    </Box>
  );
};

interface ChoiceProps {
  label: string;
  chosen: boolean;
  disabled?: boolean;
  onChoose: () => void;
}

const Choice = ({ label, chosen, disabled, onChoose }: ChoiceProps) => (
  <Chip
    role="radio"
    aria-checked={chosen}
    label={label}
    color={chosen ? 'primary' : 'default'}
    variant={chosen ? 'filled' : 'outlined'}
    disabled={disabled && !chosen}
    onClick={disabled ? undefined : onChoose}
    clickable={!disabled}
    sx={{ '&.Mui-disabled': { opacity: 1, color: 'text.secondary', borderStyle: 'dashed', textDecoration: 'line-through' } }}
  />
);

interface Wished {
  pieces: number;
  type: DeliveryType;
  date: string | null;
  time: string | null;
}

/** Whether it can be there by then; if not, or while nothing is chosen, when at the earliest. */
const Nearest = (wished: Wished) => {
  const translate = useTranslate();
  const locale = useLocale();
  const { setValue } = useFormContext();
  const { data } = useFeasibility(wished);
  if (!data) return null;
  const nearest = data.nearest as { date: string; label: string } | null;
  const isChosen = nearest?.date === wished.date && nearest?.label === wished.time;
  const problems = Object.values(data.errors).flat();
  if (problems.length === 0 && (isChosen || wished.date)) return null;
  const slot = nearest && `${dayLong(nearest.date, locale)}, ${nearest.label}`;
  const take = () => {
    setValue('delivery_date', nearest?.date ?? null, { shouldDirty: true });
    setValue('delivery_time', nearest?.label ?? null, { shouldDirty: true });
  };
  return (
    <Alert
      severity={problems.length ? 'warning' : 'info'}
      action={
        nearest && (
          <Button color="inherit" size="small" onClick={take}>
            {translate('order.create.take_nearest')}
          </Button>
        )
      }
    >
      {problems.map((problem) => `${translate(problem, { _: problem })}. `)}
      {slot && translate('order.create.nearest', { slot })}
    </Alert>
  );
};
