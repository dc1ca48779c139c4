import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
} from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNotify, useTranslate } from 'ra-core';
import { useId, useState } from 'react';

import { answer, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { useCan } from '../../auth/useCan';
import { Loaded } from '../../ui/Loaded';
import { useIsPhone } from '../../ui/useIsPhone';
import { useSaid } from '../../ui/useSaid';
import type { Order } from '../types';

type Link = Schemas['Link'];

/** What each side has and what they agreed on, for those who may look into the sync. */
export const BothSides = ({ order }: { order: Order }) => {
  const translate = useTranslate();
  const may = useCan('sync.show_link');
  const [open, setOpen] = useState(false);
  const id = useId();
  const isPhone = useIsPhone();
  if (!may || order.bitrix_order_id === null) return null;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {translate('order.sync.compare')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} maxWidth="md" fullWidth fullScreen={isPhone} aria-labelledby={id}>
        <DialogTitle id={id}>{translate('order.sync.compare_title', { number: order.number })}</DialogTitle>
        <Sides bitrixId={order.bitrix_order_id} />
        <DialogActions>
          <Agree bitrixId={order.bitrix_order_id} />
          <Button onClick={() => setOpen(false)}>{translate('ra.action.close')}</Button>
        </DialogActions>
      </Dialog>
    </>
  );
};

const Sides = ({ bitrixId }: { bitrixId: number }) => {
  const query = useQuery({
    queryKey: ['orders', 'link', bitrixId],
    queryFn: ({ signal }) => {
      const params = { path: { kind: 'order' as const, id: bitrixId } };
      return answer(api.GET('/api/v1/sync/links/{kind}/{id}', { params, signal }));
    },
    refetchInterval: 5_000,
  });
  return (
    <DialogContent tabIndex={0} sx={{ px: { xs: 1, sm: 3 } }}>
      <Loaded query={query}>{(link) => <Fields link={link} />}</Loaded>
    </DialogContent>
  );
};

const Fields = ({ link }: { link: Link }) => {
  const translate = useTranslate();
  return (
    <>
      {link.pending && <Alert severity="info">{translate('order.sync.pending')}</Alert>}
      <Table size="small">
        <TableHead>
          <TableRow>
            {['field', 'now', 'theirs'].map((column) => (
              <TableCell key={column}>{translate(`order.sync.column.${column}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {link.fields.map(({ name, now, ours, theirs }) => (
            <TableRow key={name} sx={isSame(now, ours) ? undefined : { bgcolor: 'action.selected' }}>
              <TableCell component="th" scope="row">
                {translate(`orders.shared.${name}`, { _: name })}
              </TableCell>
              {[now, theirs].map((value, side) => (
                <TableCell key={side} sx={{ overflowWrap: 'anywhere' }}>
                  {name === 'status' ? translate(`orders.status.${value}`, { _: said(value) }) : said(value)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </>
  );
};

const Agree = ({ bitrixId }: { bitrixId: number }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const inWords = useSaid();
  const queries = useQueryClient();
  const may = useCan('sync.agree');
  const agreeing = useMutation({
    mutationFn: () => {
      const params = { path: { kind: 'order' as const, id: bitrixId } };
      return answer(api.POST('/api/v1/sync/links/{kind}/{id}/agree', { params }));
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['orders'] });
      notify('order.sync.asked');
    },
    onError: (error) => notify(inWords(error), { type: 'error' }),
  });
  if (!may) return null;
  return (
    <Button variant="contained" loading={agreeing.isPending} onClick={() => agreeing.mutate()}>
      {translate('order.sync.agree')}
    </Button>
  );
};

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Items come as [name, quantity, price in minor units] each. */
const said = (value: unknown): string => {
  if (value === null || value === undefined) return '—';
  if (!Array.isArray(value)) return String(value);
  return value.map((item) => (Array.isArray(item) ? `${item[0]} × ${item[1]}` : String(item))).join(', ');
};
