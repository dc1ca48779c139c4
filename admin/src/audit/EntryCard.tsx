import { Box, Link, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Link as RouterLink } from 'react-router-dom';

import { Mark } from '../ui/Mark';
import { Moment } from '../ui/Moment';
import { Changes } from './Changes';
import { placeOf } from './readable';
import type { Entry } from './types';

const TONES = { created: 'success', changed: 'info', deleted: 'error' } as const;

/** Who changed what, when and from where. */
export const EntryCard = ({ entry }: { entry: Entry }) => {
  const translate = useTranslate();
  const { action, user_name, user_id, address, request_id } = entry;
  const who = user_name ?? translate(user_id === null ? 'audit.nobody' : 'audit.outsider');
  return (
    <Box component="li" sx={{ p: 2, borderBottom: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 0.5, mb: 1 }}>
        <Mark tone={TONES[action]}>{translate(`audit.action.${action}`)}</Mark>
        <What entry={entry} />
        <span>{who}</span>
        <Typography component="span" variant="body2" color="text.secondary" title={request_id ?? undefined}>
          <Moment value={entry.at} to="second" />
          {address && ` · ${address}`}
        </Typography>
      </Box>
      <Changes entry={entry} />
    </Box>
  );
};

const What = ({ entry }: { entry: Entry }) => {
  const translate = useTranslate();
  const place = placeOf(entry);
  const name = translate('audit.what', { entity: translate(`audit.entity.${entry.entity}`), id: entry.entity_id });
  return (
    <Typography component="span" sx={{ fontWeight: 600 }}>
      {place ? (
        <Link component={RouterLink} to={place}>
          {name}
        </Link>
      ) : (
        name
      )}
    </Typography>
  );
};
