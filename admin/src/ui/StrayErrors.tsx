import { Alert } from '@mui/material';
import { useTranslateLabel } from 'ra-core';
import { useState } from 'react';
import { useController, useFormContext, useFormState } from 'react-hook-form';

import { useSaid } from './useSaid';

/**
 * What the server says of fields that the form does not have. Each gets a field here, else its error would stand in
 * the way of the form for good.
 */
export const StrayErrors = () => {
  const { control } = useFormContext();
  const { errors } = useFormState();
  const [strays, setStrays] = useState<string[]>([]);
  const isHere = (name: string) => [...control._names.mount].some((field) => field === name || field.startsWith(`${name}.`));
  const others = Object.keys(errors).filter((name) => name !== 'root' && !strays.includes(name) && !isHere(name));
  if (others.length > 0) setStrays([...strays, ...others]);
  return strays.map((name) => <Stray key={name} name={name} />);
};

const Stray = ({ name }: { name: string }) => {
  const said = useSaid();
  const labelOf = useTranslateLabel();
  const { error } = useController({ name }).fieldState;
  if (!error) return null;
  return (
    <Alert severity="error" sx={{ mb: 2, width: 1 }}>
      {labelOf({ source: name })}: {said(error)}
    </Alert>
  );
};
