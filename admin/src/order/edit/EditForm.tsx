import { Alert, Box, Button, Card, CardContent } from '@mui/material';
import { Form, useTranslate } from 'react-admin';
import { useCallback, type ReactNode } from 'react';
import { useFormState } from 'react-hook-form';
import { Link } from 'react-router-dom';

import { Section } from '../../ui/Section';
import { Unsaved } from '../../ui/Unsaved';
import { piecesOf } from '../draft';
import { isEditable, isShared, type Field } from '../editable';
import { DeliveryFields } from '../fields/DeliveryFields';
import { FieldRules, type FieldRule } from '../fields/FieldRules';
import { Phone, Text } from '../fields/inputs';
import { Pair } from '../fields/Pair';
import { RecipientFields } from '../fields/RecipientFields';
import { RestFields } from '../fields/RestFields';
import type { Order } from '../types';
import { EarlierEdit } from './EarlierEdit';
import { useSaving } from './useSaving';

const stack = { display: 'flex', flexDirection: 'column', gap: 2, minWidth: 0 } as const;
const columns = { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' };
/** What cannot be changed any more is still to be read. */
const readable = {
  '& .MuiFormLabel-root.Mui-disabled, & .MuiFormHelperText-root.Mui-disabled, & .MuiFormControlLabel-label.Mui-disabled':
    { color: 'text.secondary' },
};
const noErrors = () => ({});

export const EditForm = ({ order }: { order: Order }) => {
  const translate = useTranslate();
  const { save, problem, earlier } = useSaving(order);
  const rules = useRules(order);
  return (
    <FieldRules value={rules}>
      <Form record={order} onSubmit={save} validate={noErrors} noValidate>
        <Unsaved />
        <Box sx={{ ...stack, ...readable, my: 2 }}>
          {order.bitrix_order_id !== null && <Alert severity="info">{translate('order.edit.by_hand')}</Alert>}
          <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: columns }}>
            <Box sx={stack}>
              <Section title="order.edit.customer">
                <Pair>
                  <Text source="customer_name" />
                  <Phone source="phone" />
                </Pair>
                <Text source="customer_email" type="email" />
              </Section>
              <Section title="order.edit.recipient">
                <RecipientFields />
              </Section>
            </Box>
            <Box sx={stack}>
              <Section title="order.delivery.title">
                <DeliveryFields pieces={piecesOf(order.items)} />
              </Section>
              <Section title="order.edit.rest">
                <RestFields />
              </Section>
            </Box>
          </Box>
          <Saving orderId={order.id} label={earlier ? 'order.edit.over' : 'order.save'}>
            {earlier && <EarlierEdit earlier={earlier} />}
            {problem && <Alert severity="error">{problem}</Alert>}
          </Saving>
        </Box>
      </Form>
    </FieldRules>
  );
};

interface SavingProps {
  orderId: number;
  label: string;
  /** What went wrong. */
  children: ReactNode;
}

/** In sight wherever in the form one is. */
const Saving = ({ orderId, label, children }: SavingProps) => {
  const translate = useTranslate();
  const { isSubmitting } = useFormState();
  return (
    <Card sx={{ position: 'sticky', bottom: 8, zIndex: 2 }}>
      <CardContent sx={{ display: 'grid', gap: 1, py: 1.5, '&:last-child': { pb: 1.5 } }}>
        {children}
        <Box sx={{ display: 'flex', gap: 1 }}>
          <Button type="submit" variant="contained" loading={isSubmitting}>
            {translate(label)}
          </Button>
          <Button component={Link} to={`/orders/${orderId}/show`}>
            {translate('app.back')}
          </Button>
        </Box>
      </CardContent>
    </Card>
  );
};

const useRules = ({ status, bitrix_order_id }: Order): ((field: Field) => FieldRule) => {
  const translate = useTranslate();
  return useCallback(
    (field) => {
      if (!isEditable(field, status)) {
        return { disabled: true, remark: translate('order.edit.too_late', { status: translate(`orders.status.${status}`) }) };
      }
      return bitrix_order_id !== null && isShared(field) ? { remark: translate('order.edit.there_too') } : {};
    },
    [status, bitrix_order_id, translate],
  );
};
