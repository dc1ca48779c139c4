import { Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';

import { Money } from '../../ui/Money';
import type { Order } from './moves';

export const Items = ({ items }: Pick<Order, 'items'>) => {
  const translate = useTranslate();
  if (items.length === 0) return <Typography color="text.secondary">{translate('superadmin.order.no_items')}</Typography>;
  return (
    <Table size="small" aria-label={translate('superadmin.order.items')}>
      <TableHead>
        <TableRow>
          <TableCell>{translate('superadmin.order.item')}</TableCell>
          <TableCell align="right">{translate('superadmin.order.quantity')}</TableCell>
          <TableCell align="right">{translate('superadmin.order.sum')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {items.map(({ id, name, quantity, total, special_requests }) => (
          <TableRow key={id}>
            <TableCell>
              {name}
              {special_requests && (
                <Typography variant="body2" color="text.secondary">
                  {special_requests}
                </Typography>
              )}
            </TableCell>
            <TableCell align="right">{quantity}</TableCell>
            <TableCell align="right">
              <Money value={total} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
};
