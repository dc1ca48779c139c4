import ReplayIcon from '@mui/icons-material/Replay';
import ReportIcon from '@mui/icons-material/Report';
import { Button, Typography } from '@mui/material';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { useResetErrorBoundaryOnLocationChange, useTranslate } from 'ra-core';

import { Notice } from './Notice';

interface Props {
  error?: unknown;
  resetErrorBoundary?: (...args: never[]) => void;
}

/** What stands where a page threw. A chunk that is not there any more means that the panel was built anew. */
export const Broken = ({ error, resetErrorBoundary }: Props) => {
  const translate = useTranslate();
  const { reset } = useQueryErrorResetBoundary();
  useResetErrorBoundaryOnLocationChange(resetErrorBoundary ?? (() => undefined));
  const message = error instanceof Error ? error.message : String(error);
  if (isStale(message)) {
    return (
      <Notice icon={<ReplayIcon />} title="app.error.stale_title" hint="app.error.stale_hint">
        <Button variant="contained" onClick={() => window.location.reload()}>
          {translate('app.error.reload')}
        </Button>
      </Notice>
    );
  }
  const retry = () => {
    reset();
    resetErrorBoundary?.();
  };
  return (
    <Notice icon={<ReportIcon />} title="app.error.title" hint="app.error.hint">
      <Button variant="contained" startIcon={<ReplayIcon />} onClick={retry}>
        {translate('app.retry')}
      </Button>
      <Typography variant="body2" color="text.secondary" sx={{ mt: 3, overflowWrap: 'anywhere' }}>
        {message}
      </Typography>
    </Notice>
  );
};

const isStale = (message: string) => /dynamically imported module|preload/i.test(message);
