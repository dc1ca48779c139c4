import { Box, CircularProgress } from '@mui/material';
import { useTranslate } from 'ra-core';

/** Something is on its way. */
export const Loading = () => {
  const translate = useTranslate();
  return (
    <Box sx={{ p: 6, textAlign: 'center' }}>
      <CircularProgress aria-label={translate('ra.page.loading')} />
    </Box>
  );
};
