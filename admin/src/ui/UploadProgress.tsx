import CloseIcon from '@mui/icons-material/Close';
import { Alert, Box, Button, IconButton, LinearProgress, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';

import type { Sending } from './useUploads';

/** One picture on its way, or why it did not get there. */
export const UploadProgress = ({ sending, onAgain }: { sending: Sending; onAgain: () => void }) => {
  const translate = useTranslate();
  const { file, progress, problem, isHopeless, cancel } = sending;
  const close = (
    <IconButton size="small" aria-label={translate('app.upload.drop', { name: file.name })} onClick={cancel}>
      <CloseIcon fontSize="small" />
    </IconButton>
  );
  if (problem) {
    const actions = (
      <>
        {!isHopeless && (
          <Button color="inherit" size="small" onClick={onAgain}>
            {translate('app.retry')}
          </Button>
        )}
        {close}
      </>
    );
    return (
      <Alert severity="error" action={actions} sx={{ mt: 1 }}>
        {file.name}: {translate(problem, { _: problem })}
      </Alert>
    );
  }
  return (
    <Box sx={{ mt: 1, display: 'flex', alignItems: 'center', gap: 1 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="body2" noWrap>
          {file.name}
        </Typography>
        <LinearProgress
          variant={progress < 1 ? 'determinate' : 'indeterminate'}
          value={progress * 100}
          aria-label={translate('app.upload.sending', { name: file.name })}
        />
      </Box>
      {close}
    </Box>
  );
};
