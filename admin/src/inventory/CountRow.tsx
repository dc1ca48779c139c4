import AddIcon from '@mui/icons-material/Add';
import RemoveIcon from '@mui/icons-material/Remove';
import { Box, IconButton, Paper, TextField, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useState, type KeyboardEvent } from 'react';

import { Picture } from '../ui/Picture';
import { countOf, differenceOf, type Count } from './differences';
import { Difference } from './Difference';
import type { Countable } from './types';

interface Props {
  item: Countable;
  count: Count | undefined;
  onCount: (count: Count | undefined) => void;
}

/** One item: what the books say, and a field large enough for a thumb. */
export const CountRow = ({ item, count, onCount }: Props) => {
  const translate = useTranslate();
  const [typed, setTyped] = useState(count ? String(count.counted) : '');
  // A count that comes from elsewhere (the draft was thrown away) replaces the text, what was just typed does not.
  const text = countOf(typed) === count?.counted ? typed : String(count?.counted ?? '');
  const type = (now: string) => {
    if (now !== '' && countOf(now) === undefined) return;
    setTyped(now);
    const counted = countOf(now);
    onCount(counted === undefined ? undefined : { counted, snapshot: item.snapshot });
  };
  const step = (by: number) => type(String(Math.max((count?.counted ?? 0) + by, 0)));
  return (
    <Paper component="li" sx={{ p: 1.5, display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
      <Picture src={item.image} size={40} />
      <Box sx={{ flex: '1 1 120px', minWidth: 0 }}>
        <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{item.name}</Typography>
        <Typography variant="body2" color="text.secondary">
          {translate(item.reserved > 0 ? 'inventory.with_reserved' : 'inventory.by_the_books', { ...item })}
        </Typography>
        <Box aria-live="polite" sx={{ minHeight: 24 }}>
          {count && <Difference value={differenceOf(count)} />}
        </Box>
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'center', ml: 'auto' }}>
        <IconButton aria-label={translate('inventory.less', { name: item.name })} disabled={!count?.counted} onClick={() => step(-1)}>
          <RemoveIcon />
        </IconButton>
        <TextField
          value={text}
          onChange={({ target }) => type(target.value.trim())}
          onKeyDown={toTheNext}
          onFocus={({ target }) => target.select()}
          sx={{ '&&': { width: 80 }, my: 0 }}
          slotProps={{
            htmlInput: {
              inputMode: 'numeric',
              enterKeyHint: 'next',
              autoComplete: 'off',
              'aria-label': translate('inventory.count_of', { name: item.name }),
              'data-count': true,
              style: { fontSize: '1.5rem', textAlign: 'center', padding: '10px 8px' },
            },
          }}
        />
        <IconButton aria-label={translate('inventory.more', { name: item.name })} onClick={() => step(1)}>
          <AddIcon />
        </IconButton>
      </Box>
    </Paper>
  );
};

/** Enter goes on to the field of the next item. */
const toTheNext = (event: KeyboardEvent<HTMLElement>) => {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  const fields = [...document.querySelectorAll<HTMLInputElement>('input[data-count]')];
  fields[fields.indexOf(event.target as HTMLInputElement) + 1]?.focus();
};
