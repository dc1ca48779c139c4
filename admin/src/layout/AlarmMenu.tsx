import ArrowForwardIcon from '@mui/icons-material/ArrowForward';
import ErrorIcon from '@mui/icons-material/Error';
import SyncIcon from '@mui/icons-material/Sync';
import WarningIcon from '@mui/icons-material/WarningAmber';
import { ListItemIcon, ListItemText, Menu, MenuItem } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';

import { isMirrored, type Overview, type Trouble } from '../sync/troubles';

interface Props {
  anchor: HTMLElement | null;
  onClose: () => void;
  seen: Overview | undefined;
  found: Trouble[];
}

const ICON = { error: <ErrorIcon color="error" />, warning: <WarningIcon color="warning" /> };

/** What is stuck, in words, each leading to where it is mended; last of all the console. */
export const AlarmMenu = ({ anchor, onClose, seen, found }: Props) => {
  const translate = useTranslate();
  return (
    <Menu anchorEl={anchor} open={anchor !== null} onClose={onClose} slotProps={{ paper: { sx: { maxWidth: 420 } } }}>
      {found.map(({ name, severity, to, args }) => (
        <Way key={name + to} to={to} icon={ICON[severity]} onClick={onClose} text={translate(`sync.trouble.${name}`, args)} />
      ))}
      {found.length === 0 && (
        <Way to="/sync/overview" icon={<SyncIcon color="success" />} onClick={onClose} text={translate(calm(seen))} />
      )}
      <Way to="/sync/overview" icon={<ArrowForwardIcon />} onClick={onClose} text={translate('sync.alarm.open')} />
    </Menu>
  );
};

const calm = (seen: Overview | undefined): string => {
  if (!seen) return 'app.alarm.unknown';
  if (!isMirrored(seen)) return 'sync.overview.alone';
  return seen.agreed ? 'sync.alarm.fine' : 'sync.alarm.unsure';
};

const Way = ({ to, icon, text, onClick }: { to: string; icon: ReactElement; text: string; onClick: () => void }) => (
  <MenuItem component={Link} to={to} onClick={onClick} sx={{ whiteSpace: 'normal' }}>
    <ListItemIcon>{icon}</ListItemIcon>
    <ListItemText>{text}</ListItemText>
  </MenuItem>
);
