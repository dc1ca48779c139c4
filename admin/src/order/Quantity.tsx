import AddIcon from '@mui/icons-material/Add';
import RemoveIcon from '@mui/icons-material/Remove';
import { Box, IconButton, InputBase } from '@mui/material';
import { useTranslate } from 'ra-core';

const MOST = 10_000;

interface Props {
  value: number;
  onChange: (value: number) => void;
  /** Of what, for who does not see it. */
  of?: string;
}

export const Quantity = ({ value, onChange, of = '' }: Props) => {
  const translate = useTranslate();
  const set = (wished: number) => onChange(Math.min(Math.max(Math.trunc(wished) || 1, 1), MOST));
  return (
    <Box
      role="group"
      aria-label={translate('order.quantity.label', { of })}
      sx={{ display: 'inline-flex', border: 1, borderColor: 'divider', borderRadius: 2, alignItems: 'center', width: 'fit-content' }}
    >
      <IconButton size="small" aria-label={translate('order.quantity.less')} disabled={value <= 1} onClick={() => set(value - 1)}>
        <RemoveIcon fontSize="small" />
      </IconButton>
      <InputBase
        value={value}
        onChange={({ target }) => set(Number(target.value.replace(/\D/g, '')))}
        inputProps={{
          'aria-label': translate('order.quantity.label', { of }),
          inputMode: 'numeric',
          style: { width: 44, textAlign: 'center', padding: '4px 0' },
        }}
      />
      <IconButton size="small" aria-label={translate('order.quantity.more')} disabled={value >= MOST} onClick={() => set(value + 1)}>
        <AddIcon fontSize="small" />
      </IconButton>
    </Box>
  );
};
