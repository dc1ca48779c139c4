import SyncIcon from '@mui/icons-material/Sync';
import SyncProblemIcon from '@mui/icons-material/SyncProblem';
import { IconButton, Tooltip } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useState } from 'react';

import { useCan } from '../auth/useCan';
import { troubles } from '../sync/troubles';
import { useOverview } from '../sync/useOverview';
import { AlarmMenu } from './AlarmMenu';

/** In the header of every page, for those who may mend it: red while something is stuck, with a menu of what it is. */
export const SyncAlarm = () => (useCan('sync.overview') ? <Alarm /> : null);

const Alarm = () => {
  const translate = useTranslate();
  const { data, error } = useOverview();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const found = data ? troubles(data) : [];
  const stuck = found.filter(({ severity }) => severity === 'error').length;
  const label = translate(sentence(stuck, Boolean(error)), { smart_count: stuck });
  const isOpen = anchor !== null;
  return (
    <>
      <Tooltip title={label}>
        <IconButton
          aria-label={label}
          aria-haspopup="menu"
          aria-expanded={isOpen}
          onClick={(event) => setAnchor(event.currentTarget)}
          sx={stuck ? RED : undefined}
          color="inherit"
        >
          {stuck || error ? <SyncProblemIcon /> : <SyncIcon />}
          {stuck > 0 && stuck}
        </IconButton>
      </Tooltip>
      <AlarmMenu anchor={anchor} onClose={() => setAnchor(null)} seen={data} found={found} />
    </>
  );
};

const RED = {
  gap: { xs: 0.25, sm: 0.5 },
  px: { xs: 0.75, sm: 1.25 },
  py: 0.5,
  borderRadius: 4,
  fontSize: '1rem',
  fontWeight: 700,
  color: 'error.contrastText',
  bgcolor: 'error.main',
  '&:hover': { bgcolor: 'error.dark' },
};

const sentence = (stuck: number, failed: boolean) => {
  if (stuck > 0) return 'app.alarm.stuck';
  return failed ? 'app.alarm.unknown' : 'app.alarm.fine';
};
