import { Box, Button, TextField } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import { useState } from 'react';

import { answer, api } from '../api/client';
import { Section } from '../ui/Section';
import { Verdict } from './Verdict';
import type { Terms } from './terms';

const MOST = 200;

/** What a customer wrote, and how the site and the bots understand it. */
export const WordsSection = ({ terms }: { terms: Terms }) => {
  const translate = useTranslate();
  const [text, setText] = useState('');
  const { mutate, data, error, isPending, reset } = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/delivery/parse', { body: { text, ...terms } })),
  });
  const type = (typed: string) => {
    setText(typed);
    reset();
  };
  return (
    <Section title="delivery.words.title" hint="delivery.words.hint">
      <Box
        component="form"
        onSubmit={(event) => {
          event.preventDefault();
          mutate();
        }}
      >
        <TextField
          label={translate('delivery.words.text')}
          placeholder={translate('delivery.words.example')}
          value={text}
          onChange={({ target }) => type(target.value)}
          slotProps={{ htmlInput: { maxLength: MOST } }}
          required
        />
        <Button type="submit" variant="outlined" sx={{ mt: 1 }} loading={isPending} disabled={!text.trim()}>
          {translate('delivery.words.ask')}
        </Button>
      </Box>
      <Verdict title="delivery.words.means" error={error} answer={data} />
    </Section>
  );
};
