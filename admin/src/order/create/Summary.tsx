import { Alert, Box, Button, Card, CardContent, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'ra-core';
import { useFormContext, useFormState } from 'react-hook-form';
import { Link } from 'react-router-dom';

import { formatMoney, Money } from '../../ui/Money';
import { useSaid } from '../../ui/useSaid';
import { useShop } from '../../ui/useShop';
import type { Draft } from '../draft';
import { usePreview } from './usePreview';

interface Props {
  problem: string | undefined;
  maybeDone: boolean;
  onAnyway: (draft: Draft) => void;
}

/** What it costs by the server, and the button: in sight wherever in the form one is. */
export const Summary = ({ problem, maybeDone, onAnyway }: Props) => {
  const translate = useTranslate();
  const { isSubmitting } = useFormState();
  return (
    <Card sx={{ position: 'sticky', bottom: 8, zIndex: 2 }}>
      <CardContent sx={{ display: 'grid', gap: 1, py: 1.5, '&:last-child': { pb: 1.5 } }}>
        {maybeDone && <MaybeDone onAnyway={onAnyway} />}
        {problem && <Alert severity="error">{problem}</Alert>}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
          <Box sx={{ flex: '1 1 200px' }}>
            <Totals />
          </Box>
          <Button type="submit" variant="contained" size="large" loading={isSubmitting} sx={{ flexGrow: { xs: 1, sm: 0 } }}>
            {translate('order.create.submit')}
          </Button>
        </Box>
      </CardContent>
    </Card>
  );
};

const Totals = () => {
  const translate = useTranslate();
  const locale = useLocale();
  const said = useSaid();
  const shop = useShop();
  const { preview, error, isFetching } = usePreview();
  if (error && !preview) return <Alert severity="warning">{said(error)}</Alert>;
  if (!preview) return <Typography color="text.secondary">{translate('order.items.empty')}</Typography>;
  const untilFree = preview.delivery_cost > 0 && shop ? shop.free_delivery_from - preview.subtotal : 0;
  return (
    <Box role="status" aria-busy={isFetching} sx={{ opacity: isFetching ? 0.6 : 1 }}>
      <Typography sx={{ fontWeight: 700, fontSize: '1.15rem' }}>
        {translate('order.field.total')} <Money value={preview.total} />
      </Typography>
      <Typography variant="body2" color="text.secondary">
        {translate('order.field.subtotal')} <Money value={preview.subtotal} /> · {translate('order.field.delivery_cost')}{' '}
        {preview.delivery_cost ? <Money value={preview.delivery_cost} /> : translate('order.create.free')}
        {untilFree > 0 && ` · ${translate('order.create.until_free', { sum: formatMoney(untilFree, locale) })}`}
      </Typography>
      {!preview.available && (
        <Typography variant="body2" color="error">
          {translate('order.create.lacks')}
        </Typography>
      )}
    </Box>
  );
};

const MaybeDone = ({ onAnyway }: Pick<Props, 'onAnyway'>) => {
  const translate = useTranslate();
  const { getValues } = useFormContext();
  return (
    <Alert severity="warning">
      {translate('order.create.maybe_done')}
      <Box sx={{ mt: 1 }}>
        <Button component={Link} to="/orders" color="inherit">
          {translate('order.create.to_list')}
        </Button>
        <Button color="inherit" onClick={() => onAnyway(getValues() as Draft)}>
          {translate('order.create.anyway')}
        </Button>
      </Box>
    </Alert>
  );
};
