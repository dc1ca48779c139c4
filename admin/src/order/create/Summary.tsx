import { Alert, Box, Button, Card, CardContent, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'ra-core';
import { useFormContext, useFormState } from 'react-hook-form';
import { Link } from 'react-router-dom';

import { formatMoney, Money } from '../../ui/Money';
import type { Draft } from '../draft';
import { useSaid } from '../useSaid';
import { useShop } from '../../ui/useShop';
import { usePreview } from './usePreview';

interface Props {
  problem: string | undefined;
  maybeDone: boolean;
  onAnyway: (draft: Draft) => void;
}

/** What it costs by the server, and the button. It stays in sight at the bottom of a phone. */
export const Summary = ({ problem, maybeDone, onAnyway }: Props) => {
  const translate = useTranslate();
  const { isSubmitting } = useFormState();
  return (
    <Card sx={{ position: 'sticky', bottom: 8, zIndex: 2 }}>
      <CardContent sx={{ '&:last-child': { pb: 2 } }}>
        <Totals />
        {maybeDone && <MaybeDone onAnyway={onAnyway} />}
        {problem && (
          <Alert severity="error" sx={{ mt: 1 }}>
            {problem}
          </Alert>
        )}
        <Button type="submit" variant="contained" size="large" fullWidth loading={isSubmitting} sx={{ mt: 1 }}>
          {translate('order.create.submit')}
        </Button>
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
    <Box aria-live="polite" aria-busy={isFetching} sx={{ opacity: isFetching ? 0.6 : 1 }}>
      <Row label="order.field.subtotal" value={preview.subtotal} />
      <Row label="order.field.delivery_cost" value={preview.delivery_cost} />
      {untilFree > 0 && (
        <Typography variant="body2" color="text.secondary">
          {translate('order.create.until_free', { sum: formatMoney(untilFree, locale) })}
        </Typography>
      )}
      <Row label="order.field.total" value={preview.total} strong />
      {!preview.available && (
        <Alert severity="warning" sx={{ mt: 1 }}>
          {translate('order.create.lacks')}
        </Alert>
      )}
    </Box>
  );
};

const Row = ({ label, value, strong }: { label: string; value: number; strong?: boolean }) => {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'flex', justifyContent: 'space-between', fontWeight: strong ? 700 : 400 }}>
      <span>{translate(label)}</span>
      <Money value={value} />
    </Box>
  );
};

const MaybeDone = ({ onAnyway }: Pick<Props, 'onAnyway'>) => {
  const translate = useTranslate();
  const { getValues } = useFormContext();
  return (
    <Alert severity="warning" sx={{ mt: 1 }}>
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
