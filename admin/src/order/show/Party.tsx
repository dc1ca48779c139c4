import CallIcon from '@mui/icons-material/Call';
import WhatsAppIcon from '@mui/icons-material/WhatsApp';
import { Box, Button, Link, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';

import { callLink, chatLink, formatPhone } from '../../ui/phones';
import { Section } from '../../ui/Section';
import { useShop } from '../../ui/useShop';
import type { Order } from '../types';
import { toCustomer, toRecipient } from '../whatsapp';

/** Who ordered and who gets it, and how to reach them. */
export const Party = ({ order }: { order: Order }) => {
  const translate = useTranslate();
  const shop = useShop() ?? { name: '' };
  return (
    <Section title="order.people.title">
      <Person
        as="customer"
        name={order.customer_name}
        phone={order.phone}
        text={toCustomer(order, shop, order.tracking_url)}
        email={order.customer_email}
      />
      {(order.recipient_name ?? order.recipient_phone) && (
        <Person
          as="recipient"
          name={order.recipient_name}
          phone={order.recipient_phone}
          text={toRecipient(order, shop)}
          remark={order.is_surprise ? translate('order.people.surprise') : undefined}
        />
      )}
      {order.anonymous_sender && <Typography variant="body2">{translate('order.people.anonymous')}</Typography>}
    </Section>
  );
};

interface PersonProps {
  as: 'customer' | 'recipient';
  name: string | null;
  phone: string | null;
  /** What a chat with them begins with. */
  text: string;
  email?: string | null;
  remark?: string;
}

const Person = ({ as, name, phone, text, email, remark }: PersonProps) => {
  const translate = useTranslate();
  const who = translate(`order.people.${as}`);
  return (
    <Box sx={{ mb: 2 }}>
      <Typography variant="body2" color="text.secondary">
        {who}
      </Typography>
      <Typography sx={{ fontWeight: 600 }}>{name ?? '—'}</Typography>
      {email && <Link href={`mailto:${email}`}>{email}</Link>}
      {remark && (
        <Typography variant="body2" color="warning.main">
          {remark}
        </Typography>
      )}
      {phone && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 0.5 }}>
          <Button href={callLink(phone)} startIcon={<CallIcon />} variant="outlined" size="small">
            {formatPhone(phone)}
          </Button>
          <Button
            href={chatLink(phone, text)}
            target="_blank"
            rel="noreferrer"
            startIcon={<WhatsAppIcon />}
            variant="outlined"
            color="secondary"
            size="small"
            aria-label={`WhatsApp: ${who}`}
          >
            WhatsApp
          </Button>
        </Box>
      )}
    </Box>
  );
};
