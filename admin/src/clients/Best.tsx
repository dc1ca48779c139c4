import { Box, Link, Skeleton, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'ra-core';
import { lazy, Suspense } from 'react';
import { Link as RouterLink } from 'react-router-dom';

import type { Schemas } from '../api/types';
import { Moment } from '../ui/Moment';
import { Money } from '../ui/Money';
import { formatPhone } from '../ui/phones';

const SpentChart = lazy(() => import('./SpentChart'));

export type BestClient = Schemas['BestClient'];

const ROW_PX = 36;
/** A phone has none for it. */
const WITH_ROOM = { display: { xs: 'none', sm: 'table-cell' } };

/** Who spent most: as a picture, and in numbers. */
export const Best = ({ clients }: { clients: BestClient[] }) => {
  const translate = useTranslate();
  const height = ROW_PX * clients.length + 40;
  return (
    <>
      <Box role="img" aria-label={translate('clients.statistics.top')} sx={{ height }}>
        <Suspense fallback={<Skeleton variant="rounded" height={height} />}>
          <SpentChart clients={clients} />
        </Suspense>
      </Box>
      <Table size="small" sx={{ '& td, & th': { px: { xs: 0.75, sm: 2 } } }}>
        <TableHead>
          <TableRow>
            <TableCell>{translate('resources.clients.fields.name')}</TableCell>
            <TableCell align="right">{translate('clients.figure.orders_count')}</TableCell>
            <TableCell align="right">{translate('clients.figure.total_spent')}</TableCell>
            <TableCell sx={WITH_ROOM}>{translate('clients.figure.last_order_at')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {clients.map((client) => (
            <TableRow key={client.id}>
              <TableCell component="th" scope="row">
                <Link component={RouterLink} to={`/clients/${client.id}/show`}>
                  {client.name ?? formatPhone(client.phone)}
                </Link>
              </TableCell>
              <TableCell align="right">{client.orders_count}</TableCell>
              <TableCell align="right">
                <Money value={client.total_spent} />
              </TableCell>
              <TableCell sx={WITH_ROOM}>
                <Moment value={client.last_order_at} to="day" />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </>
  );
};
