import ContentCopyIcon from '@mui/icons-material/ContentCopy';
import WhatsAppIcon from '@mui/icons-material/WhatsApp';
import { Box, Button, Link, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';

import { chatLink } from '../../ui/phones';
import { Section } from '../../ui/Section';
import { useCopy } from '../../ui/useCopy';
import { useShop } from '../../ui/useShop';
import type { Order } from '../types';
import { toCustomer } from '../whatsapp';

/** How the customer follows the order. */
export const Tracking = ({ order }: { order: Order }) => {
  const translate = useTranslate();
  const shop = useShop();
  const told = order.tracking_url ?? order.tracking_id;
  const { copy } = useCopy(told);
  return (
    <Section title="order.tracking.title">
      <Typography sx={{ overflowWrap: 'anywhere', mb: 1 }}>
        {order.tracking_url ? (
          <Link href={order.tracking_url} target="_blank" rel="noreferrer">
            {order.tracking_url}
          </Link>
        ) : (
          translate('order.tracking.number', { id: order.tracking_id })
        )}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button size="small" variant="outlined" startIcon={<ContentCopyIcon />} onClick={copy}>
          {translate(order.tracking_url ? 'order.tracking.copy' : 'order.tracking.copy_number')}
        </Button>
        {order.phone && order.tracking_url && shop && (
          <Button
            size="small"
            variant="outlined"
            color="secondary"
            startIcon={<WhatsAppIcon />}
            href={chatLink(order.phone, toCustomer(order, shop, order.tracking_url))}
            target="_blank"
            rel="noreferrer"
          >
            {translate('order.tracking.send')}
          </Button>
        )}
      </Box>
    </Section>
  );
};
