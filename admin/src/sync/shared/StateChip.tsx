import { Chip, type ChipProps } from '@mui/material';
import { useTranslate } from 'ra-core';

const COLORS: Record<string, ChipProps['color']> = {
  applied: 'success',
  settled: 'success',
  done: 'success',
  repaired: 'success',
  resolved: 'success',
  dead: 'error',
  halted: 'error',
  failed: 'error',
  left: 'error',
  open: 'error',
  pending: 'warning',
  parked: 'warning',
  incomplete: 'warning',
  found: 'warning',
  reading: 'info',
  comparing: 'info',
  repairing: 'info',
};

/** A state in words, and in colour for who sees it: `<StateChip of="event" value="dead" />`. */
export const StateChip = ({ of, value }: { of: string; value: string }) => {
  const translate = useTranslate();
  return <Chip size="small" variant="outlined" color={COLORS[value]} label={translate(`sync.code.${of}.${value}`, { _: value })} />;
};
