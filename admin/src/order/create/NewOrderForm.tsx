import { Alert, Box, Button } from '@mui/material';
import { useEffect } from 'react';
import { Form, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';

import { Section } from '../../ui/Section';
import { useDebounced } from '../../ui/useDebounced';
import { piecesOf, type Draft, type DraftLine } from '../draft';
import { DeliveryFields } from '../fields/DeliveryFields';
import { RecipientFields } from '../fields/RecipientFields';
import { RestFields } from '../fields/RestFields';
import { Customer } from './Customer';
import { Lines } from './Lines';
import { missing } from './missing';
import { SameAsCustomer } from './SameAsCustomer';
import { Summary } from './Summary';
import type { Kept } from './useKept';
import { usePlacing } from './usePlacing';

const stack = { display: 'flex', flexDirection: 'column', gap: 2, minWidth: 0 } as const;
const columns = { xs: 'minmax(0, 1fr)', md: 'minmax(0, 3fr) minmax(0, 2fr)' };

export const NewOrderForm = ({ kept }: { kept: Kept }) => {
  const translate = useTranslate();
  const { place, problem, maybeDone } = usePlacing(kept);
  return (
    <Form defaultValues={kept.draft} validate={missing} onSubmit={place} noValidate>
      <Keeping keep={kept.keep} />
      <Box sx={{ ...stack, my: 2 }}>
        {kept.restored && (
          <Alert
            severity="info"
            action={
              <Button color="inherit" onClick={kept.renew}>
                {translate('order.create.clear')}
              </Button>
            }
          >
            {translate('order.create.restored')}
          </Alert>
        )}
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: columns }}>
          <Box sx={stack}>
            <Customer />
            <Lines />
            <Delivery />
          </Box>
          <Box sx={stack}>
            <Section title="order.create.recipient" actions={<SameAsCustomer />}>
              <RecipientFields />
            </Section>
            <Section title="order.create.rest">
              <RestFields />
            </Section>
          </Box>
        </Box>
        <Summary problem={problem} maybeDone={maybeDone} onAnyway={kept.renewKey} />
      </Box>
    </Form>
  );
};

const Delivery = () => {
  const items: DraftLine[] = useWatch({ name: 'items' });
  return (
    <Section title="order.create.delivery">
      <DeliveryFields pieces={piecesOf(items)} />
    </Section>
  );
};

const Keeping = ({ keep }: { keep: Kept['keep'] }) => {
  const draft = useDebounced(useWatch() as Draft, 400);
  useEffect(() => keep(draft), [keep, draft]);
  return null;
};
