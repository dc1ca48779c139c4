import SyncIcon from '@mui/icons-material/Sync';
import SyncProblemIcon from '@mui/icons-material/SyncProblem';
import { Badge, IconButton, Tooltip } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router-dom';

import { useCan } from '../auth/useCan';
import { stuck, useOverview } from '../sync/useOverview';

/** In the header of every page, for those who may mend it: red while something is stuck. */
export const SyncAlarm = () => (useCan('sync.overview') ? <Alarm /> : null);

const Alarm = () => {
  const translate = useTranslate();
  const { data, error } = useOverview();
  const count = data ? stuck(data) : 0;
  const label = translate(sentence(count, Boolean(error)), { smart_count: count });
  return (
    <Tooltip title={label}>
      <IconButton component={Link} to="/sync/overview" aria-label={label} color={count ? 'error' : 'inherit'}>
        <Badge badgeContent={count || undefined} color="error">
          {count || error ? <SyncProblemIcon /> : <SyncIcon />}
        </Badge>
      </IconButton>
    </Tooltip>
  );
};

const sentence = (count: number, failed: boolean) =>
  count > 0 ? 'app.alarm.stuck' : failed ? 'app.alarm.unknown' : 'app.alarm.fine';
