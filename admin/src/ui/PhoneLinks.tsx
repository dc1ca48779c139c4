import WhatsAppIcon from '@mui/icons-material/WhatsApp';
import { Box, IconButton } from '@mui/material';
import { useTranslate } from 'ra-core';

import { Phone, alone } from './Phone';
import { chatLink, formatPhone } from './phones';

/** A phone to call or to write to. */
export const PhoneLinks = ({ phone }: { phone: string | null | undefined }) => {
  const translate = useTranslate();
  if (!phone) return null;
  const write = translate('orders.write', { phone: formatPhone(phone) });
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', whiteSpace: 'nowrap' }}>
      <Phone value={phone} />
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
