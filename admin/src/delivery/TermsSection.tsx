import { MenuItem, Stack, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';

import { answer, api } from '../api/client';
import { Section } from '../ui/Section';
import { Verdict } from './Verdict';
import { DELIVERY_CHOICES, MOST_PIECES, pieces, type DeliveryType, type Terms } from './terms';

interface Props {
  terms: Terms;
  onChange: (terms: Terms) => void;
}

/** What the other sections are asked about, and the nearest time for it. */
export const TermsSection = ({ terms, onChange }: Props) => {
  const translate = useTranslate();
  return (
    <Section title="delivery.terms.title" hint="delivery.terms.hint">
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={{ sm: 2 }}>
        <TextField
          select
          label={translate('delivery.terms.type')}
          value={terms.delivery_type}
          onChange={({ target }) => onChange({ ...terms, delivery_type: target.value as DeliveryType })}
        >
          {DELIVERY_CHOICES.map(({ id, name }) => (
            <MenuItem key={id} value={id}>
              {translate(name)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          label={translate('delivery.terms.items')}
          type="number"
          defaultValue={terms.items}
          onChange={({ target }) => onChange({ ...terms, items: pieces(target.value) })}
          slotProps={{ htmlInput: { min: 1, max: MOST_PIECES } }}
        />
      </Stack>
      <Nearest terms={terms} />
    </Section>
  );
};

const A_MINUTE = 60_000;

const Nearest = ({ terms }: { terms: Terms }) => {
  const { data, error } = useQuery({
    queryKey: ['delivery', 'nearest', terms],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/delivery/feasibility', { params: { query: terms }, signal })),
    refetchInterval: A_MINUTE,
  });
  return <Verdict title="delivery.nearest" error={error} answer={data && { ...data, slot: data.nearest }} />;
};
