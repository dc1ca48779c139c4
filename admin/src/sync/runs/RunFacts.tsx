import { Box, Chip, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'ra-core';

import { formatMoment, Moment } from '../../ui/Moment';
import { useZone } from '../../ui/useZone';
import type { Run } from './progress';

const MOST_IDS = 8;

/** Where a run came from, when it was, and what it was narrowed down to. */
export const RunFacts = ({ run }: { run: Run }) => {
  const translate = useTranslate();
  return (
    <Box>
      <Typography variant="h6" component="h2">
        {translate(`sync.code.scope.${run.scope}`)}
      </Typography>
      <Typography variant="body2" color="text.secondary">
        {translate(`sync.code.plan.${run.plan}`)} · <Moment value={run.created_at} to="second" />
        {run.finished_at && (
          <>
            {' — '}
            <Moment value={run.finished_at} to="second" />
          </>
        )}
      </Typography>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', mt: 1 }}>
        {useNotes(run).map((note) => (
          <Chip key={note} size="small" label={note} sx={{ height: 'auto', '& .MuiChip-label': { whiteSpace: 'normal' } }} />
        ))}
      </Box>
    </Box>
  );
};

const useNotes = ({ dry_run, active_only, since, ids, asked_by, approved_by, approved_at }: Run): string[] => {
  const translate = useTranslate();
  const locale = useLocale();
  const zone = useZone();
  const when = (iso: string) => formatMoment(iso, locale, zone);
  const notes = [
    dry_run && translate('sync.runs.dry'),
    active_only && translate('sync.runs.active_only'),
    since && translate('sync.runs.since_is', { at: when(since) }),
    ids && translate('sync.runs.ids_are', { ids: shortened(ids) }),
    asked_by && translate('sync.runs.asked_by', { id: asked_by }),
    approved_by && approved_at && translate('sync.runs.approved_by', { id: approved_by, at: when(approved_at) }),
  ];
  return notes.filter((note): note is string => Boolean(note));
};

const shortened = (ids: number[]): string => ids.slice(0, MOST_IDS).join(', ') + (ids.length > MOST_IDS ? ' …' : '');
