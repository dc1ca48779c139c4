import { Alert, Box, Button, Card, CardContent, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';

import { Can } from '../auth/Can';
import { Moment } from '../ui/Moment';
import { SharedValue } from './SharedValue';
import { useLinkChanges, type Conflict, type Winner } from './useLink';

const SIDES: Winner[] = ['us', 'site'];

/** Both values side by side, and whose is to stand. */
export const ConflictChoice = ({ conflict }: { conflict: Conflict }) => {
  const translate = useTranslate();
  const { resolve } = useLinkChanges(conflict.bitrix_id);
  const field = translate(`resources.products.fields.${conflict.field}`, { _: conflict.field });
  const values = { us: conflict.ours, site: conflict.theirs };
  return (
    <Card role="group" aria-label={translate('products.conflict.title', { field })} sx={{ borderColor: 'error.main' }}>
      <CardContent sx={{ '&:last-child': { pb: 2 } }}>
        <Typography component="h3" variant="subtitle1" color="error" sx={{ fontWeight: 600 }}>
          {translate('products.conflict.title', { field })}
        </Typography>
        <Typography variant="body2" color="text.secondary" sx={{ mb: 1.5 }}>
          {translate(`products.conflict.${conflict.why}`)} <Moment value={conflict.at} />
        </Typography>
        <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: '1fr 1fr' }}>
          {SIDES.map((side) => (
            <Box key={side} sx={{ display: 'flex', flexDirection: 'column', gap: 1, minWidth: 0 }}>
              <Typography variant="body2" color="text.secondary">
                {translate(`products.conflict.${side}`)}
                {conflict.winner === side && ` · ${translate('products.conflict.stands')}`}
              </Typography>
              <Box sx={{ flex: 1, fontSize: '1.1rem', fontWeight: 600, overflowWrap: 'anywhere' }}>
                <SharedValue field={conflict.field} value={values[side]} />
              </Box>
              <Can do="sync.resolve_conflict">
                <Button
                  variant={conflict.winner === side ? 'outlined' : 'contained'}
                  loading={resolve.isPending && resolve.variables.winner === side}
                  disabled={resolve.isPending}
                  onClick={() => resolve.mutate({ id: conflict.id, winner: side })}
                >
                  {translate(`products.conflict.keep_${side}`)}
                </Button>
              </Can>
            </Box>
          ))}
        </Box>
        <Can do="sync.resolve_conflict">
          <Button size="small" sx={{ mt: 1 }} disabled={resolve.isPending} onClick={() => resolve.mutate({ id: conflict.id, winner: null })}>
            {translate('products.conflict.seen')}
          </Button>
        </Can>
        {resolve.error && <Alert severity="error">{translate(resolve.error.message, { _: resolve.error.message })}</Alert>}
      </CardContent>
    </Card>
  );
};
