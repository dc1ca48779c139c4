import { AppBar as RaAppBar, LoadingIndicator, TitlePortal } from 'ra-ui-materialui';

import { SyncAlarm } from './SyncAlarm';
import { UserMenu } from './UserMenu';

export const AppBar = () => (
  <RaAppBar toolbar={<LoadingIndicator />} userMenu={<UserMenu />}>
    <TitlePortal />
    <SyncAlarm />
  </RaAppBar>
);
