import PersonAddIcon from '@mui/icons-material/PersonAdd';
import { Button, TextField } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useState } from 'react';

import { answer, api } from '../api/client';
import { Can } from '../auth/Can';
import { AskDialog } from '../ui/AskDialog';
import { useAsked } from '../ui/useAsked';
import { RoleSelect } from './RoleSelect';
import { ShownOnce } from './ShownOnce';
import type { CodedInvitation, Role } from './types';

const NOBODY = { name: '', phone: '', role: 'florist' as Role };

export const InviteButton = () => (
  <Can do="profile.invite">
    <Invite />
  </Can>
);

/** Asks whom, and shows then the code that is told only once. */
const Invite = () => {
  const translate = useTranslate();
  const [typed, setTyped] = useState(NOBODY);
  const [made, setMade] = useState<CodedInvitation>();
  const { isOpen, open, dialog } = useAsked(
    () => answer(api.POST('/api/v1/profile/team/invite', { body: typed })),
    {
      onDone: (invitation) => {
        setMade(invitation);
        setTyped(NOBODY);
      },
    },
  );
  return (
    <>
      <Button variant="contained" startIcon={<PersonAddIcon />} onClick={open}>
        {translate('team.invite.button')}
      </Button>
      {isOpen && (
        <AskDialog {...dialog} title={translate('team.invite.title')} hint={translate('team.invite.hint')} submit={translate('team.invite.submit')}>
          <TextField
            label={translate('resources.team.fields.name')}
            value={typed.name}
            onChange={({ target }) => setTyped({ ...typed, name: target.value })}
            slotProps={{ htmlInput: { maxLength: 200, autoComplete: 'off' } }}
            autoFocus
            fullWidth
            required
          />
          <TextField
            label={translate('resources.team.fields.phone')}
            type="tel"
            value={typed.phone}
            onChange={({ target }) => setTyped({ ...typed, phone: target.value })}
            placeholder="+7 700 000 00 00"
            slotProps={{ htmlInput: { autoComplete: 'off' } }}
            fullWidth
            required
          />
          <RoleSelect value={typed.role} onChange={(role) => setTyped({ ...typed, role })} />
        </AskDialog>
      )}
      {made && <ShownOnce invitation={made} onClose={() => setMade(undefined)} />}
    </>
  );
};
