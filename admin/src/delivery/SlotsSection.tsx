import ChevronLeftIcon from '@mui/icons-material/ChevronLeft';
import ChevronRightIcon from '@mui/icons-material/ChevronRight';
import { IconButton, Stack, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import { useState } from 'react';

import { answer, api } from '../api/client';
import { dateIn, dayAfter } from '../ui/day';
import { Loaded } from '../ui/Loaded';
import { Section } from '../ui/Section';
import { useZone } from '../ui/useZone';
import { DaySlots } from './DaySlots';
import type { Terms } from './terms';

export const SlotsSection = ({ terms }: { terms: Terms }) => {
  const today = dateIn(useZone());
  const [chosen, setChosen] = useState<string>();
  const day = chosen ?? today;
  return (
    <Section title="delivery.slots.title" hint="delivery.slots.hint">
      <DayChoice day={day} first={today} onChange={setChosen} />
      <Slots day={day} terms={terms} />
    </Section>
  );
};

interface Choice {
  day: string;
  first: string;
  onChange: (day: string) => void;
}

const DayChoice = ({ day, first, onChange }: Choice) => {
  const translate = useTranslate();
  return (
    <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
      <IconButton
        aria-label={translate('delivery.slots.before')}
        disabled={day <= first}
        onClick={() => onChange(dayAfter(day, -1))}
      >
        <ChevronLeftIcon />
      </IconButton>
      <TextField
        type="date"
        label={translate('delivery.slots.day')}
        value={day}
        onChange={({ target }) => target.value && onChange(target.value)}
        slotProps={{ htmlInput: { min: first }, inputLabel: { shrink: true } }}
      />
      <IconButton aria-label={translate('delivery.slots.after')} onClick={() => onChange(dayAfter(day, 1))}>
        <ChevronRightIcon />
      </IconButton>
    </Stack>
  );
};

const Slots = ({ day, terms }: { day: string; terms: Terms }) => {
  const query = useQuery({
    queryKey: ['delivery', 'slots', day, terms],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/delivery/slots', { params: { query: { ...terms, date: day } }, signal })),
  });
  return <Loaded query={query}>{(found) => <DaySlots found={found} />}</Loaded>;
};
