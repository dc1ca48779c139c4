import { Box, Skeleton, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { lazy, Suspense, useDeferredValue } from 'react';
import { useWatch } from 'react-hook-form';

const Shown = lazy(() => import('./Shown'));

/** How the text of a field will look to customers, as it is typed. */
export const Preview = ({ source }: { source: string }) => {
  const translate = useTranslate();
  const text = useDeferredValue<string>(useWatch({ name: source }) ?? '');
  return (
    <Box
      component="section"
      aria-label={translate('content.preview')}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 2, minHeight: 120, minWidth: 0 }}
    >
      <Typography variant="overline" color="text.secondary">
        {translate('content.preview')}
      </Typography>
      {text.trim() ? (
        <Suspense fallback={<Skeleton />}>
          <Shown text={text} />
        </Suspense>
      ) : (
        <Typography color="text.secondary">{translate('content.preview_empty')}</Typography>
      )}
    </Box>
  );
};
