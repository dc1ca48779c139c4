import WhatsAppIcon from '@mui/icons-material/WhatsApp';
import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useId } from 'react';

import { CopyField } from '../ui/CopyField';
import { Moment } from '../ui/Moment';
import { chatLink } from '../ui/phones';
import { invitationLink } from './link';
import type { CodedInvitation } from './types';

interface Props {
  invitation: CodedInvitation;
  onClose: () => void;
}

/** The link and the code of an invitation. It does not close by a click beside it: nobody can be told them again. */
export const ShownOnce = ({ invitation: { name, phone, code, expires_at }, onClose }: Props) => {
  const translate = useTranslate();
  const id = useId();
  const link = invitationLink(code, window.location.origin);
  const message = translate('team.invite.message', { name, link });
  return (
    <Dialog open fullWidth maxWidth="sm" aria-labelledby={id}>
      <DialogTitle id={id}>{translate('team.invite.made', { name })}</DialogTitle>
      <DialogContent>
        <Alert severity="warning" sx={{ mb: 1 }}>
          {translate('team.invite.once')} <Moment value={expires_at} />.
        </Alert>
        <CopyField label="team.invite.link" value={link} />
        <CopyField label="team.invite.code" value={code} />
        <Button href={chatLink(phone, message)} target="_blank" rel="noreferrer" startIcon={<WhatsAppIcon />}>
          {translate('team.invite.send')}
        </Button>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose}>
          {translate('team.invite.done')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
