import ReplayIcon from '@mui/icons-material/Replay';
import { Typography } from '@mui/material';
import { useListContext, useTranslate } from 'ra-core';

import { answer, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { useAct } from '../../ui/useAct';

type Filter = Schemas['ReplayFilter'];

const MOST = 1000;

/** Works all events again that the list is narrowed down to; the API wants their state said. */
export const ReplayMatching = () => {
  const translate = useTranslate();
  const { filterValues, total = 0 } = useListContext();
  const { mutate, isPending } = useAct(
    () => answer(api.POST('/api/v1/sync/events/replay', { body: said(filterValues) })),
    ({ replayed, left }) => ({ message: 'sync.events.all_done', args: { replayed, left } }),
  );
  const { state } = filterValues;
  if (!state || state === 'pending' || total === 0) {
    return (
      <Typography variant="body2" color="text.secondary" sx={{ alignSelf: 'center', display: { xs: 'none', md: 'block' } }}>
        {!state && translate('sync.events.all_hint')}
      </Typography>
    );
  }
  return (
    <ConfirmButton
      label="sync.events.all"
      title="sync.events.all_title"
      content="sync.events.all_content"
      args={{ count: total, smart_count: Math.min(total, MOST) }}
      icon={<ReplayIcon />}
      busy={isPending}
      onConfirm={mutate}
    />
  );
};

const said = (filter: Record<string, unknown>): Filter => {
  const filled = Object.entries(filter).filter(([, value]) => value !== '' && value !== null && value !== undefined);
  return { limit: MOST, ...Object.fromEntries(filled) } as Filter;
};
