import { Button } from '@mui/material';
import { useNotify, useTranslate } from 'ra-core';
import { useState } from 'react';

import { answer, api } from '../api/client';
import { usePerson } from '../auth/useCan';
import { AskDialog } from '../ui/AskDialog';
import { useAsked } from '../ui/useAsked';
import { RoleSelect } from './RoleSelect';
import type { Member } from './types';

export const ChangeRole = ({ member }: { member: Member }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const isMe = usePerson()?.id === member.id;
  const [role, setRole] = useState(member.role);
  const { isOpen, open, dialog } = useAsked(
    () => answer(api.PUT('/api/v1/profile/team/{id}/role', { params: { path: { id: member.id } }, body: { role } })),
    { onDone: () => notify('team.role_changed', { type: 'success', messageArgs: { name: member.name } }) },
  );
  const ask = () => {
    setRole(member.role);
    open();
  };
  return (
    <>
      <Button size="small" aria-label={translate('team.change_role_of', { name: member.name })} onClick={ask}>
        {translate('team.change_role')}
      </Button>
      {isOpen && (
        <AskDialog
          {...dialog}
          title={translate('team.change_role_of', { name: member.name })}
          hint={isMe && translate('team.own_role')}
          submit={translate('ra.action.save')}
          disabled={role === member.role}
        >
          <RoleSelect value={role} onChange={setRole} />
        </AskDialog>
      )}
    </>
  );
};
