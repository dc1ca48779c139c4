import { Button } from '@mui/material';
import { useNotify, useTranslate } from 'ra-core';

import { api } from '../api/client';
import { AskDialog } from '../ui/AskDialog';
import { useAsked } from '../ui/useAsked';
import type { Member } from './types';

export const RemoveMember = ({ member }: { member: Member }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const { isOpen, open, dialog } = useAsked(
    () => api.DELETE('/api/v1/profile/team/{id}', { params: { path: { id: member.id } } }),
    { onDone: () => notify('team.removed', { type: 'success', messageArgs: { name: member.name } }) },
  );
  return (
    <>
      <Button size="small" color="error" aria-label={translate('team.remove_of', { name: member.name })} onClick={open}>
        {translate('team.remove')}
      </Button>
      {isOpen && (
        <AskDialog
          {...dialog}
          grave
          title={translate('team.remove_ask', { name: member.name })}
          hint={translate('team.remove_hint')}
          submit={translate('team.remove')}
        />
      )}
    </>
  );
};
