import CheckCircleIcon from '@mui/icons-material/CheckCircle';
import ErrorIcon from '@mui/icons-material/Error';
import HelpIcon from '@mui/icons-material/Help';
import OpenInNewIcon from '@mui/icons-material/OpenInNew';
import { Box, Button, Card, CardContent, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'ra-core';
import { Link } from 'react-router-dom';

import { Can } from '../../auth/Can';
import { formatMoment } from '../../ui/Moment';
import { useZone } from '../../ui/useZone';
import type { Overview, Tone } from '../troubles';
import { sentenceOf } from './sentence';

const ICON = { success: CheckCircleIcon, warning: HelpIcon, error: ErrorIcon };

/** The one big sentence: do both sides agree, and since when. */
export const Verdict = ({ seen, tone }: { seen: Overview; tone: Tone }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const zone = useZone();
  const Icon = ICON[tone];
  const { title, hint } = sentenceOf(seen, tone);
  const since = seen.since && formatMoment(seen.since, locale, zone);
  return (
    <Card sx={{ borderLeft: 8, borderLeftColor: `${tone}.main` }}>
      <CardContent sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
        <Icon color={tone} sx={{ fontSize: 56 }} />
        <Box role="status" sx={{ flex: '1 1 260px', minWidth: 0 }}>
          <Typography variant="h5" component="h2">
            {translate(title, { since })}
          </Typography>
          <Typography color="text.secondary">{translate(hint)}</Typography>
        </Box>
        <Can do="sync.ask_for_run">
          <Button variant="contained" component={Link} to="/sync/runs/create">
            {translate('sync.overview.start')}
          </Button>
        </Can>
        {seen.flower_url && (
          <Button href={seen.flower_url} target="_blank" rel="noreferrer" endIcon={<OpenInNewIcon />}>
            {translate('sync.overview.flower')}
          </Button>
        )}
      </CardContent>
    </Card>
  );
};
