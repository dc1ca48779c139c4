import FactCheckIcon from '@mui/icons-material/FactCheck';
import { Box, MenuItem, Stack, TextField } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Title } from 'ra-ui-materialui';
import { useState } from 'react';

import { EmptyState } from '../ui/EmptyState';
import { Loaded } from '../ui/Loaded';
import { CountRow } from './CountRow';
import { Progress } from './Progress';
import { shown, SIEVES, type Sieve } from './sieve';
import type { Countable } from './types';
import { useCountables } from './useCountables';
import { useDraft } from './useDraft';

/** Counting the shelf with a phone in the hand. */
const CountPage = () => (
  <>
    <Title title="inventory.begin" />
    <Loaded query={useCountables()}>
      {(items) =>
        items.length > 0 ? (
          <Counting items={items} />
        ) : (
          <EmptyState icon={<FactCheckIcon />} title="warehouse.empty.title" hint="warehouse.empty.hint" />
        )
      }
    </Loaded>
  </>
);

const Counting = ({ items }: { items: Countable[] }) => {
  const translate = useTranslate();
  const { draft, setComment, setCount, forget } = useDraft();
  const [words, setWords] = useState('');
  const [sieve, setSieve] = useState<Sieve>('all');
  return (
    <Box sx={{ maxWidth: 760, mx: 'auto', mt: 2 }}>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1}>
        <TextField
          label={translate('resources.warehouse.fields.search')}
          type="search"
          value={words}
          onChange={({ target }) => setWords(target.value)}
          sx={{ flex: 2, my: 0 }}
        />
        <TextField
          select
          label={translate('inventory.sieve.label')}
          value={sieve}
          onChange={({ target }) => setSieve(target.value as Sieve)}
          sx={{ flex: 1, my: 0 }}
        >
          {SIEVES.map((one) => (
            <MenuItem key={one} value={one}>
              {translate(`inventory.sieve.${one}`)}
            </MenuItem>
          ))}
        </TextField>
      </Stack>
      <Stack component="ul" spacing={1} sx={{ listStyle: 'none', p: 0, my: 2 }}>
        {shown(items, draft, words, sieve).map((item) => (
          <CountRow
            key={item.warehouse_item_id}
            item={item}
            count={draft.counts[item.warehouse_item_id]}
            onCount={(count) => setCount(item.warehouse_item_id, count)}
          />
        ))}
      </Stack>
      <TextField
        label={translate('resources.inventory.fields.comment')}
        value={draft.comment}
        onChange={({ target }) => setComment(target.value)}
        slotProps={{ htmlInput: { maxLength: 1000 } }}
        fullWidth
        multiline
      />
      <Progress items={items} draft={draft} onForget={forget} />
    </Box>
  );
};

export default CountPage;
