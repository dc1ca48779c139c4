import LoginIcon from '@mui/icons-material/Login';
import { Button } from '@mui/material';
import { useTranslate } from 'ra-core';

import { LetIn } from '../LetIn';
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
      <LetIn who="shop" record={shop} />
    </>
  );
};
