import { TextField } from '@mui/material';
import { useTranslate } from 'ra-core';

import { MoneyText } from '../ui/MoneyText';
import { piecesOf } from './afterwards';
import type { Deed } from './types';

export interface Typed {
  quantity: string;
  reason: string;
  /** NaN: what is typed is no amount. */
  cost_price: number | null;
}

interface Props {
  deed: Deed;
  most: number;
  typed: Typed;
  onType: (now: Partial<Typed>) => void;
}

export const DeedInputs = ({ deed, most, typed, onType }: Props) => {
  const translate = useTranslate();
  const pieces = piecesOf(typed.quantity);
  const isWrong = typed.quantity !== '' && (pieces === undefined || pieces > most);
  return (
    <>
      <TextField
        label={translate('warehouse.pieces')}
        value={typed.quantity}
        onChange={({ target }) => onType({ quantity: target.value })}
        error={isWrong}
        helperText={deed === 'delivery' ? undefined : translate(`warehouse.deed.${deed}.most`, { most })}
        slotProps={{ htmlInput: { inputMode: 'numeric', autoComplete: 'off' } }}
        autoFocus
        fullWidth
        required
      />
      <TextField
        label={translate(`warehouse.deed.${deed}.reason`)}
        value={typed.reason}
        onChange={({ target }) => onType({ reason: target.value })}
        slotProps={{ htmlInput: { maxLength: 500 } }}
        fullWidth
        required={deed === 'writeoff'}
      />
      {deed === 'delivery' && (
        <MoneyText
          label={translate('warehouse.new_cost')}
          value={typed.cost_price}
          onChange={(cost_price) => onType({ cost_price })}
          error={Number.isNaN(typed.cost_price)}
          helperText={translate(Number.isNaN(typed.cost_price) ? 'app.money.wrong' : 'warehouse.new_cost_hint')}
          fullWidth
        />
      )}
    </>
  );
};
