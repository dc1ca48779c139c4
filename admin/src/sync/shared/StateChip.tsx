import { Chip, type ChipProps } from '@mui/material';
import { useTranslate } from 'ra-core';

const COLORS: Record<string, ChipProps['color']> = {
  applied: 'success',
  settled: 'success',
  done: 'success',
  closed: 'success',
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

/** Amber letters on white are too pale. */
const READABLE = { '& .MuiChip-label': { color: 'text.primary' } };

/** A state in words, and in colour for who sees it: `<StateChip of="event" value="dead" />`. */
export const StateChip = ({ of, value }: { of: string; value: string }) => {
  const translate = useTranslate();
  const color = COLORS[value];
  const label = translate(`sync.code.${of}.${value}`, { _: value });
  return <Chip size="small" variant="outlined" color={color} label={label} sx={color === 'warning' ? READABLE : undefined} />;
};
