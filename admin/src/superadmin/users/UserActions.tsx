import BlockIcon from '@mui/icons-material/Block';
import LockOpenIcon from '@mui/icons-material/LockOpen';
import { useTranslate } from 'ra-core';

import { answer, api } from '../../api/client';
import { usePerson } from '../../auth/useCan';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { useAct } from '../../ui/useAct';
import { ResetPassword } from './ResetPassword';
import type { User } from './UsersList';

/** Nobody blocks themselves, and one's own password is changed in the profile. */
export const UserActions = ({ user }: { user: User }) => {
  const me = usePerson();
  if (me?.id === user.id) return null;
  return (
    <>
      <ResetPassword user={user} />
      <LetIn user={user} />
    </>
  );
};

const LetIn = ({ user: { id, name, is_active } }: { user: User }) => {
  const translate = useTranslate();
  const params = { path: { id } };
  const act = is_active ? 'block' : 'unblock';
  const { mutate, isPending } = useAct(
    () =>
      answer(
        is_active
          ? api.PUT('/api/v1/superadmin/users/{id}/block', { params })
          : api.PUT('/api/v1/superadmin/users/{id}/unblock', { params }),
      ),
    () => ({ message: `superadmin.user.${act}.done`, args: { name } }),
  );
  return (
    <ConfirmButton
      label={`superadmin.user.${act}.label`}
      name={translate(`superadmin.user.${act}.of`, { name })}
      title={`superadmin.user.${act}.title`}
      content={`superadmin.user.${act}.content`}
      args={{ name }}
      icon={is_active ? <BlockIcon /> : <LockOpenIcon />}
      color={is_active ? 'error' : 'success'}
      busy={isPending}
      onConfirm={() => mutate()}
    />
  );
};
