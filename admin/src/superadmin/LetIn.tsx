import BlockIcon from '@mui/icons-material/Block';
import LockOpenIcon from '@mui/icons-material/LockOpen';
import { useTranslate } from 'ra-core';

import { answer, api } from '../api/client';
import { ConfirmButton } from '../ui/ConfirmButton';
import { useAct } from '../ui/useAct';

interface Props {
  who: 'shop' | 'user';
  record: { id: number; name: string; is_active: boolean };
}

const PATHS = {
  shop: { block: '/api/v1/superadmin/shops/{id}/block', unblock: '/api/v1/superadmin/shops/{id}/unblock' },
  user: { block: '/api/v1/superadmin/users/{id}/block', unblock: '/api/v1/superadmin/users/{id}/unblock' },
} as const;

/** Keeps a shop or a person out, or lets them in again. */
export const LetIn = ({ who, record: { id, name, is_active } }: Props) => {
  const translate = useTranslate();
  const act = is_active ? 'block' : 'unblock';
  const said = `superadmin.${who}.${act}`;
  const { mutate, isPending } = useAct(
    () => answer(api.PUT(PATHS[who][act], { params: { path: { id } } })),
    () => ({ message: `${said}.done`, args: { name } }),
  );
  return (
    <ConfirmButton
      label={`${said}.label`}
      name={translate(`${said}.of`, { name })}
      title={`${said}.title`}
      content={`${said}.content`}
      args={{ name }}
      icon={is_active ? <BlockIcon /> : <LockOpenIcon />}
      color={is_active ? 'error' : 'success'}
      busy={isPending}
      onConfirm={() => mutate()}
    />
  );
};
