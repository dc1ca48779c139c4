import { Button } from '@mui/material';
import { useNotify, useRecordContext, useTranslate } from 'ra-core';

import { api } from '../api/client';
import { useCan, usePerson } from '../auth/useCan';
import { AskDialog } from '../ui/AskDialog';
import { useAsked } from '../ui/useAsked';
import { rolesBelow, type Invitation } from './types';

/** Withdraws an invitation that nobody has come for yet. */
export const Revoke = () => {
  const invitation = useRecordContext<Invitation>();
  const may = useCan('profile.revoke_invitation');
  const person = usePerson();
  if (!may || invitation?.status !== 'pending' || !rolesBelow(person).includes(invitation.role)) return null;
  return <RevokeButton invitation={invitation} />;
};

const RevokeButton = ({ invitation: { id, name } }: { invitation: Invitation }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const { isOpen, open, dialog } = useAsked(
    () => api.DELETE('/api/v1/profile/team/invitations/{id}', { params: { path: { id } } }),
    { onDone: () => notify('team.invite.revoked', { type: 'success' }) },
  );
  return (
    <>
      <Button size="small" color="error" aria-label={translate('team.invite.revoke_of', { name })} onClick={open}>
        {translate('team.invite.revoke')}
      </Button>
      {isOpen && (
        <AskDialog
          {...dialog}
          grave
          title={translate('team.invite.revoke_ask', { name })}
          hint={translate('team.invite.revoke_hint')}
          submit={translate('team.invite.revoke')}
        />
      )}
    </>
  );
};
