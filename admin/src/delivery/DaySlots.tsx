import CheckIcon from '@mui/icons-material/Check';
import CloseIcon from '@mui/icons-material/Close';
import EventBusyIcon from '@mui/icons-material/EventBusy';
import { Box, Chip, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'ra-core';

import type { Schemas } from '../api/types';
import { dayName } from '../ui/day';
import { EmptyState } from '../ui/EmptyState';

/** All slots of a day, and which of them can still be met. */
export const DaySlots = ({ found }: { found: Schemas['Day'] }) => {
  const translate = useTranslate();
  const locale = useLocale();
  if (found.slots.length === 0) {
    return <EmptyState icon={<EventBusyIcon />} title="delivery.slots.closed" hint="delivery.slots.closed_hint" />;
  }
  return (
    <>
      <Typography sx={{ my: 1.5 }} role="status">
        {translate('delivery.slots.hours', {
          day: dayName(found.date, locale),
          opens: found.opens ?? '',
          closes: found.closes ?? '',
        })}
      </Typography>
      <Box component="ul" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, p: 0, m: 0, listStyle: 'none' }}>
        {found.slots.map(({ starts_at, label, available }) => (
          <li key={starts_at}>
            <Chip
              icon={available ? <CheckIcon /> : <CloseIcon />}
              label={`${label} — ${translate(`delivery.slots.${available ? 'free' : 'late'}`)}`}
              color={available ? 'success' : 'default'}
              variant="outlined"
            />
          </li>
        ))}
      </Box>
    </>
  );
};
