import BlockIcon from '@mui/icons-material/Block';
import LockOpenIcon from '@mui/icons-material/LockOpen';
import LoginIcon from '@mui/icons-material/Login';
import { Button } from '@mui/material';
import { useTranslate } from 'ra-core';

import { answer, api } from '../../api/client';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { useAct } from '../../ui/useAct';
import { useChosenShop } from '../useChosenShop';
import type { Shop } from './ShopsList';

export const ShopActions = ({ shop }: { shop: Shop }) => {
  const translate = useTranslate();
  const { choose } = useChosenShop();
  const { id, name } = shop;
  return (
    <>
      <Button
        size="small"
        startIcon={<LoginIcon />}
        aria-label={translate('superadmin.shop.look_into_of', { name })}
        onClick={() => choose({ id, name })}
      >
        {translate('superadmin.shop.look_into')}
      </Button>
      <LetIn shop={shop} />
    </>
  );
};

const LetIn = ({ shop: { id, name, is_active } }: { shop: Shop }) => {
  const translate = useTranslate();
  const params = { path: { id } };
  const act = is_active ? 'block' : 'unblock';
  const { mutate, isPending } = useAct(
    () =>
      answer(
        is_active
          ? api.PUT('/api/v1/superadmin/shops/{id}/block', { params })
          : api.PUT('/api/v1/superadmin/shops/{id}/unblock', { params }),
      ),
    () => ({ message: `superadmin.shop.${act}.done`, args: { name } }),
  );
  return (
    <ConfirmButton
      label={`superadmin.shop.${act}.label`}
      name={translate(`superadmin.shop.${act}.of`, { name })}
      title={`superadmin.shop.${act}.title`}
      content={`superadmin.shop.${act}.content`}
      args={{ name }}
      icon={is_active ? <BlockIcon /> : <LockOpenIcon />}
      color={is_active ? 'error' : 'success'}
      busy={isPending}
      onConfirm={() => mutate()}
    />
  );
};
