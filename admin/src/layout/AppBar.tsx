import PersonIcon from '@mui/icons-material/Person';
import { ListItemIcon, ListItemText, MenuItem } from '@mui/material';
import { useTranslate } from 'ra-core';
import { AppBar as RaAppBar, Logout, TitlePortal, UserMenu, useUserMenu } from 'ra-ui-materialui';
import { Link } from 'react-router-dom';

import { SyncAlarm } from './SyncAlarm';

const ProfileItem = () => {
  const translate = useTranslate();
  const menu = useUserMenu();
  return (
    <MenuItem component={Link} to="/profile" onClick={() => menu?.onClose()}>
      <ListItemIcon>
        <PersonIcon fontSize="small" />
      </ListItemIcon>
      <ListItemText>{translate('profile.menu')}</ListItemText>
    </MenuItem>
  );
};

const userMenu = (
  <UserMenu>
    <ProfileItem />
    <Logout />
  </UserMenu>
);

export const AppBar = () => (
  <RaAppBar userMenu={userMenu}>
    <TitlePortal />
    <SyncAlarm />
  </RaAppBar>
);
