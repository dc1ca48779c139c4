import { InputAdornment, TextField, type TextFieldProps } from '@mui/material';
import { useLocale } from 'ra-core';
import { useState } from 'react';

import { parseMoney, typedMoney } from './parseMoney';

export type MoneyTextProps = Omit<TextFieldProps, 'value' | 'onChange'> & {
  /** Minor units; null: nothing. */
  value: number | null | undefined;
  /** NaN: what is typed is no amount. */
  onChange: (minor: number | null) => void;
};

/** A field for an amount of money outside of react-admin's forms; inside of them it is `MoneyInput`. */
export const MoneyText = ({ value, onChange, slotProps, ...props }: MoneyTextProps) => {
  const locale = useLocale();
  const [typed, setTyped] = useState(() => typedMoney(value, locale));
  // A value that comes from elsewhere replaces the text, the one that was just typed does not.
  const text = Object.is(parseMoney(typed), value ?? null) ? typed : typedMoney(value, locale);
  return (
    <TextField
      {...props}
      value={text}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange(parseMoney(target.value));
      }}
      slotProps={{
        ...slotProps,
        htmlInput: { inputMode: 'decimal', autoComplete: 'off', ...slotProps?.htmlInput },
        input: { endAdornment: <InputAdornment position="end">₸</InputAdornment>, ...slotProps?.input },
      }}
    />
  );
};
