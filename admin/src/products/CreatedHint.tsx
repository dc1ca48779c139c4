import { Alert } from '@mui/material';
import { useTranslate } from 'ra-core';

import { useShopIsMirrored } from './useMirrored';

/** What is to come after the form; in the mirrored shop also that the site does not hear of the product. */
export const CreatedHint = () => {
  const translate = useTranslate();
  const isMirrored = useShopIsMirrored();
  return (
    <Alert severity={isMirrored ? 'warning' : 'info'} sx={{ mb: 2, width: 1 }}>
      {translate(isMirrored ? 'products.create_local' : 'products.create_hint')}
    </Alert>
  );
};
