import { Chip } from '@mui/material';
import { useTranslate } from 'ra-core';

/** What is missing, what is too much, or that it is right. */
export const Difference = ({ value }: { value: number }) => {
  const translate = useTranslate();
  if (value === 0) return <Chip size="small" color="success" variant="outlined" label={translate('inventory.right')} />;
  const key = value > 0 ? 'inventory.surplus' : 'inventory.missing';
  return <Chip size="small" color={value > 0 ? 'info' : 'error'} label={translate(key, { smart_count: Math.abs(value) })} />;
};
