import { Box } from '@mui/material';
import { Form, useTranslate } from 'ra-core';
import { SaveButton } from 'ra-ui-materialui';
import { useState, type ReactNode } from 'react';

import { FormGuard } from '../ui/FormGuard';
import { KEEP_EDITS } from '../ui/keepEdits';
import type { Shop } from '../ui/shop';
import { type Save, useSaving } from './useSaving';

interface Props {
  shop: Shop;
  /** Those of this form alone: what another form saves must not reset what is typed into this one. */
  fields: readonly (keyof Shop)[];
  save: Save;
  children: ReactNode;
}

/** A part of the settings, saved by itself. What was typed stays when the server refuses it. */
export const ShopForm = ({ shop, fields, save, children }: Props) => {
  const translate = useTranslate();
  const part = Object.fromEntries(fields.map((field) => [field, shop[field]]));
  const [saved, setSaved] = useState(0);
  const { send, busy } = useSaving(part, save, () => setSaved(saved + 1));
  return (
    <Form key={saved} record={part} onSubmit={send} resetOptions={KEEP_EDITS}>
      <FormGuard />
      {children}
      <Box sx={{ mt: 2 }}>
        <SaveButton type="submit" label={translate('ra.action.save')} disabled={busy} />
      </Box>
    </Form>
  );
};
