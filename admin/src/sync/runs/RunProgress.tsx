import { Box, LinearProgress, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'ra-core';

import { formatSpan } from '../../ui/spans';
import { StateChip } from '../shared/StateChip';
import { isWorking, progressOf, type Part } from './progress';

/** How far one run is: its phase, what it has read or repaired, how fast, and how long it still takes. */
export const RunProgress = ({ run }: { run: Part }) => {
  const translate = useTranslate();
  const working = isWorking(run);
  const { share } = progressOf(run);
  const scope = translate(`sync.code.scope.${run.scope}`);
  return (
    <Box sx={{ my: 1 }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography component="span" sx={{ fontWeight: 600 }}>
          {scope}
        </Typography>
        <StateChip of="phase" value={run.phase} />
        <Typography component="span" variant="body2" color="text.secondary">
          <Figures run={run} />
        </Typography>
      </Box>
      {working && (
        <LinearProgress
          aria-label={scope}
          variant={share === null ? 'indeterminate' : 'determinate'}
          value={share === null ? undefined : share * 100}
          sx={{ mt: 0.5, height: 8, borderRadius: 4 }}
        />
      )}
    </Box>
  );
};

const Figures = ({ run }: { run: Part }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const { phase, progress, stop_asked } = run;
  const { done, of, left_s } = progressOf(run);
  const number = (value: number) => value.toLocaleString(locale);
  const told = [
    phase === 'repairing'
      ? translate('sync.runs.fixed', { done: number(done), of: number(of) })
      : translate('sync.runs.rows', { done: number(progress.rows), of: number(progress.total) }),
    translate('sync.runs.pages', { pages: number(progress.pages) }),
    progress.rows_per_s !== null && translate('sync.runs.rate', { rate: number(progress.rows_per_s) }),
    left_s !== null && translate('sync.runs.left', { span: formatSpan(left_s, locale) }),
    progress.seconds > 0 && translate('sync.runs.took', { span: formatSpan(progress.seconds, locale) }),
    stop_asked && isWorking(run) && translate('sync.runs.stopping'),
  ];
  return told.filter(Boolean).join(' · ');
};
