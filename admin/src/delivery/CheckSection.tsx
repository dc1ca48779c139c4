import { Box, Button, Stack, TextField } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import { useState } from 'react';

import { answer, api } from '../api/client';
import { Section } from '../ui/Section';
import { Verdict } from './Verdict';
import type { Terms } from './terms';

const MOST = 200;

/** Whether an order may be asked for on a day at a time, as the form of the site checks it. */
export const CheckSection = ({ terms }: { terms: Terms }) => {
  const translate = useTranslate();
  const [day, setDay] = useState('');
  const [time, setTime] = useState('');
  const { mutate, data, error, isPending, reset } = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/delivery/validate', { body: { ...terms, delivery_date: day, delivery_time: time || null } }),
      ),
  });
  const field = (name: 'day' | 'time', value: string, set: (value: string) => void) => ({
    label: translate(`delivery.check.${name}`),
    placeholder: translate(`delivery.check.${name}_example`),
    value,
    onChange: ({ target }: { target: { value: string } }) => {
      set(target.value);
      reset();
    },
    slotProps: { htmlInput: { maxLength: MOST } },
  });
  return (
    <Section title="delivery.check.title" hint="delivery.check.hint">
      <Box
        component="form"
        onSubmit={(event) => {
          event.preventDefault();
          mutate();
        }}
      >
        <Stack direction={{ xs: 'column', sm: 'row' }} spacing={{ sm: 2 }}>
          <TextField {...field('day', day, setDay)} required />
          <TextField {...field('time', time, setTime)} />
        </Stack>
        <Button type="submit" variant="outlined" sx={{ mt: 1 }} loading={isPending} disabled={!day.trim()}>
          {translate('delivery.check.ask')}
        </Button>
      </Box>
      <Verdict title="delivery.check.fits" error={error} answer={data} />
    </Section>
  );
};
