import WhatsAppIcon from '@mui/icons-material/WhatsApp';
import { Box, IconButton, Link } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { MouseEvent } from 'react';

import { callLink, chatLink, formatPhone } from './phones';

/** In a row that opens something, a link opens only its own. */
const alone = (event: MouseEvent) => event.stopPropagation();

/** A phone to call or to write to. */
export const PhoneLinks = ({ phone }: { phone: string | null | undefined }) => {
  const translate = useTranslate();
  if (!phone) return null;
  const write = translate('orders.write', { phone: formatPhone(phone) });
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', whiteSpace: 'nowrap' }}>
      <Link href={callLink(phone)} onClick={alone}>
        {formatPhone(phone)}
      </Link>
      <IconButton
        component="a"
        size="small"
        href={chatLink(phone)}
        target="_blank"
        rel="noreferrer"
        aria-label={write}
        onClick={alone}
      >
        <WhatsAppIcon fontSize="inherit" />
      </IconButton>
    </Box>
  );
};
