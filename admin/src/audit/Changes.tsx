import { Box, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';

import { changesOf } from './readable';
import type { Entry } from './types';
import { Value } from './Value';

/** Field by field, what was and what is. */
export const Changes = ({ entry }: { entry: Entry }) => {
  const translate = useTranslate();
  const changes = changesOf(entry);
  if (changes.length === 0) return <Typography color="text.secondary">{translate('audit.no_fields')}</Typography>;
  return (
    <Box
      component="dl"
      sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: 'minmax(140px, 1fr) 3fr' }, columnGap: 2, rowGap: 0.5, m: 0 }}
    >
      {changes.map(({ field, before, after }) => (
        <Box key={field} sx={{ display: 'contents' }}>
          <Typography component="dt" variant="body2" color="text.secondary">
            {translate(`audit.field.${field}`, { _: field })}
          </Typography>
          <Typography component="dd" variant="body2" sx={{ m: 0, mb: { xs: 1, sm: 0 }, overflowWrap: 'anywhere' }}>
            {entry.action !== 'created' && (
              <Box component={entry.action === 'deleted' ? 'del' : 'span'} sx={{ color: 'text.secondary' }}>
                <Value field={field} value={before} />
              </Box>
            )}
            {entry.action === 'changed' && <span aria-label={translate('audit.became')}> → </span>}
            {entry.action !== 'deleted' && <Value field={field} value={after} />}
          </Typography>
        </Box>
      ))}
    </Box>
  );
};
