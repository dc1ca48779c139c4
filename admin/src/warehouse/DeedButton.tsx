import AddIcon from '@mui/icons-material/Add';
import DeleteSweepIcon from '@mui/icons-material/DeleteSweep';
import PointOfSaleIcon from '@mui/icons-material/PointOfSale';
import { Button } from '@mui/material';
import { useNotify, useTranslate } from 'ra-core';
import { useState } from 'react';

import { AskDialog } from '../ui/AskDialog';
import { useAsked } from '../ui/useAsked';
import { mostOf, piecesOf } from './afterwards';
import { DeedInputs, type Typed } from './DeedInputs';
import { Outcome } from './Outcome';
import { perform } from './perform';
import type { Deed, Item } from './types';

const ICONS = { delivery: <AddIcon />, writeoff: <DeleteSweepIcon />, sale: <PointOfSaleIcon /> };
const NOTHING: Typed = { quantity: '', reason: '', cost_price: null };

/** Asks how many and why, says what the shelf will be like, and books it. */
export const DeedButton = ({ item, deed }: { item: Item; deed: Deed }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const [typed, setTyped] = useState(NOTHING);
  const pieces = piecesOf(typed.quantity);
  const most = mostOf(item, deed);
  const send = () =>
    perform(item.id, deed, {
      quantity: pieces ?? 0,
      reason: typed.reason.trim() || undefined,
      cost_price: typed.cost_price ?? undefined,
    });
  const { isOpen, open, dialog } = useAsked(send, {
    onDone: ({ quantity }) => {
      setTyped(NOTHING);
      notify('warehouse.booked', { type: 'success', messageArgs: { name: item.name, quantity } });
    },
  });
  const isReady =
    pieces !== undefined && pieces <= most && !Number.isNaN(typed.cost_price) && (deed !== 'writeoff' || typed.reason.trim() !== '');
  return (
    <>
      <Button variant="outlined" startIcon={ICONS[deed]} onClick={open} disabled={most === 0}>
        {translate(`warehouse.deed.${deed}.button`)}
      </Button>
      {isOpen && (
        <AskDialog
          {...dialog}
          title={translate(`warehouse.deed.${deed}.title`, { name: item.name })}
          submit={translate(`warehouse.deed.${deed}.submit`, { pieces: pieces ?? '' })}
          disabled={!isReady}
        >
          <DeedInputs deed={deed} most={most} typed={typed} onType={(now) => setTyped({ ...typed, ...now })} />
          <Outcome item={item} deed={deed} pieces={pieces} />
        </AskDialog>
      )}
    </>
  );
};
