import { Alert, Button } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router-dom';

import { usePerson } from '../auth/useCan';
import { useArrival, useChosenShop } from './useChosenShop';

/** Over every page of a superadmin: whether they are above shops, or which one they are in. */
export const PlatformBanner = () => (usePerson()?.is_superadmin ? <Banner /> : null);

const Banner = () => {
  const translate = useTranslate();
  useArrival();
  const { shop, choose } = useChosenShop();
  const isAbove = useLocation().pathname.startsWith('/superadmin');
  if (isAbove) return <Told severity="warning" text={translate('superadmin.banner.above')} />;
  if (!shop) {
    return (
      <Told severity="info" text={translate('superadmin.banner.mirrored')}>
        <Button color="inherit" size="small" component={Link} to="/superadmin/shops">
          {translate('superadmin.banner.choose')}
        </Button>
      </Told>
    );
  }
  return (
    <Told severity="warning" text={translate('superadmin.banner.inside', { name: shop.name })}>
      <Button color="inherit" size="small" onClick={() => choose(null)}>
        {translate('superadmin.banner.leave')}
      </Button>
    </Told>
  );
};

interface ToldProps {
  severity: 'info' | 'warning';
  text: string;
  children?: ReactNode;
}

const Told = ({ severity, text, children }: ToldProps) => (
  <Alert severity={severity} role="note" action={children} sx={{ mt: 1, flexWrap: 'wrap' }}>
    {text}
  </Alert>
);
