import { Box, Card, CardActions, CardContent, Chip, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'ra-core';

import type { Schemas } from '../../api/types';
import { useCan } from '../../auth/useCan';
import { formatMoment, Moment } from '../../ui/Moment';
import { useZone } from '../../ui/useZone';
import { EntityLink } from '../shared/EntityLink';
import { FieldName } from '../shared/FieldName';
import { Value } from '../shared/Value';
import { Resolve } from './Resolve';

type Conflict = Schemas['Conflict'];

const SIDES = ['us', 'site'] as const;

/** A field that both sides changed: both values side by side, and a choice where there is one to make. */
export const ConflictCard = ({ conflict }: { conflict: Conflict }) => {
  const translate = useTranslate();
  const may = useCan('sync.resolve_conflict') && conflict.state === 'open';
  const { kind, local_id, bitrix_id, field, why, at } = conflict;
  return (
    <Card component="article">
      <CardContent sx={{ pb: 0 }}>
        <Typography variant="h6" component="h2">
          <EntityLink kind={kind} localId={local_id} bitrixId={bitrix_id} />: <FieldName name={field} />
        </Typography>
        <Typography variant="body2" color="text.secondary" sx={{ mb: 2 }}>
          {translate(`sync.code.conflict_why.${why}`)} · <Moment value={at} />
        </Typography>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { sm: '1fr 1fr' } }}>
          {SIDES.map((side) => (
            <Side key={side} side={side} conflict={conflict} may={may} />
          ))}
        </Box>
      </CardContent>
      <CardActions sx={{ px: 2 }}>{may ? <Resolve conflict={conflict} winner={null} /> : <Resolved {...conflict} />}</CardActions>
    </Card>
  );
};

const Side = ({ side, conflict, may }: { side: (typeof SIDES)[number]; conflict: Conflict; may: boolean }) => {
  const translate = useTranslate();
  const stands = conflict.winner === side;
  return (
    <Box sx={{ p: 2, border: 1, borderRadius: 1, borderColor: stands ? 'success.main' : 'divider' }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', mb: 1 }}>
        <Typography variant="subtitle2" component="h3">
          {translate(`sync.code.side.${side}`)}
        </Typography>
        {stands && <Chip size="small" color="success" variant="outlined" label={translate('sync.conflicts.stands')} />}
      </Box>
      <Box sx={{ mb: may ? 1 : 0, fontSize: '1.1rem' }}>
        <Value field={conflict.field} value={side === 'us' ? conflict.ours : conflict.theirs} />
      </Box>
      {may && <Resolve conflict={conflict} winner={side} />}
    </Box>
  );
};

const Resolved = ({ resolved_at, winner }: Conflict) => {
  const translate = useTranslate();
  const locale = useLocale();
  const zone = useZone();
  if (!resolved_at) return null;
  const args = { at: formatMoment(resolved_at, locale, zone), winner: translate(`sync.code.side.${winner}`) };
  return (
    <Typography variant="body2" color="text.secondary">
      {translate('sync.conflicts.resolved', args)}
    </Typography>
  );
};
