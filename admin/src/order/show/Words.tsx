import { Typography } from '@mui/material';
import { useTranslate } from 'ra-core';

import { Section } from '../../ui/Section';
import type { Order } from '../types';

/** What the customer said, and what the card is to say. */
export const Words = ({ order }: { order: Order }) =>
  order.comment || order.postcard_text ? (
    <Section title="order.words">
      <Said label="order.field.postcard_text" text={order.postcard_text} />
      <Said label="order.field.comment" text={order.comment} />
    </Section>
  ) : null;

const Said = ({ label, text }: { label: string; text: string | null }) => {
  const translate = useTranslate();
  if (!text) return null;
  return (
    <>
      <Typography variant="body2" color="text.secondary">
        {translate(label)}
      </Typography>
      <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', mb: 1 }}>{text}</Typography>
    </>
  );
};
