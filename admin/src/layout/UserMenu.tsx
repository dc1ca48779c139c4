import DarkModeIcon from '@mui/icons-material/DarkMode';
import LightModeIcon from '@mui/icons-material/LightMode';
import PersonIcon from '@mui/icons-material/Person';
import TranslateIcon from '@mui/icons-material/Translate';
import { ListItemIcon, ListItemText, MenuItem, useMediaQuery, useTheme as useMuiTheme, type Theme } from '@mui/material';
import { useLocaleState, useTranslate } from 'ra-core';
import { Logout, UserMenu as RaUserMenu, useTheme, useUserMenu } from 'ra-ui-materialui';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router-dom';

import { usePerson } from '../auth/useCan';
import { LOCALES } from '../i18n/i18nProvider';

export const UserMenu = () => {
  const translate = useTranslate();
  const name = usePerson()?.name;
  const showsName = useMediaQuery<Theme>((theme) => theme.breakpoints.up('sm'));
  const label = 'ra.auth.user_menu';
  return (
    <RaUserMenu label={showsName ? `${translate(label)}: ${name}` : label}>
      <Profile />
      <Language />
      <Brightness />
      <Logout />
    </RaUserMenu>
  );
};

const Profile = () => {
  const translate = useTranslate();
  const navigate = useNavigate();
  return <Item icon={<PersonIcon fontSize="small" />} label={translate('profile.menu')} onClick={() => navigate('/profile')} />;
};

const Language = () => {
  const [locale, setLocale] = useLocaleState();
  return LOCALES.filter((other) => other.locale !== locale).map((other) => (
    <Item
      key={other.locale}
      icon={<TranslateIcon fontSize="small" />}
      label={other.name}
      onClick={() => setLocale(other.locale)}
    />
  ));
};

const Brightness = () => {
  const translate = useTranslate();
  const isDark = useMuiTheme().palette.mode === 'dark';
  const [, setTheme] = useTheme();
  return (
    <Item
      icon={isDark ? <LightModeIcon fontSize="small" /> : <DarkModeIcon fontSize="small" />}
      label={translate(isDark ? 'app.theme.light' : 'app.theme.dark')}
      onClick={() => setTheme(isDark ? 'light' : 'dark')}
    />
  );
};

const Item = ({ icon, label, onClick }: { icon: ReactElement; label: string; onClick: () => void }) => {
  const menu = useUserMenu();
  const act = () => {
    onClick();
    menu?.onClose();
  };
  return (
    <MenuItem onClick={act}>
      <ListItemIcon>{icon}</ListItemIcon>
      <ListItemText>{label}</ListItemText>
    </MenuItem>
  );
};
