import { useLocale } from 'ra-core';
import { Layout as RaLayout } from 'ra-ui-materialui';
import { useEffect, type ReactNode } from 'react';

import { SignInAgain } from '../auth/SignInAgain';
import { AppBar } from './AppBar';
import { AskBeforeLeaving } from './AskBeforeLeaving';
import { PlatformBanner } from '../superadmin/PlatformBanner';
import { Broken } from './Broken';
import { Menu } from './Menu';
import { Spoken } from '../ui/Spoken';

export const Layout = ({ children }: { children: ReactNode }) => {
  const locale = useLocale();
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return (
    <Spoken>
      <RaLayout appBar={AppBar} menu={Menu} error={Broken}>
        <PlatformBanner />
        {children}
        <AskBeforeLeaving />
        <SignInAgain />
      </RaLayout>
    </Spoken>
  );
};
