import { Alert } from '@mui/material';
import { useTranslate } from 'ra-core';

import type { Schemas } from '../api/types';
import { Moment } from '../ui/Moment';

/** What the product owes the site, and why it waits. */
export const DebtNotice = ({ debt }: { debt: Schemas['Debt'] }) => {
  const translate = useTranslate();
  const reason = translate(`products.link.reason.${debt.reason}`, { _: debt.reason });
  return (
    <Alert severity={debt.state === 'dead' ? 'error' : 'info'}>
      {translate(debt.state === 'dead' ? 'products.link.dead' : 'products.link.pending', { reason })}{' '}
      {debt.attempts > 0 && translate('products.link.attempts', { smart_count: debt.attempts })}{' '}
      {debt.state === 'pending' && (
        <>
          {translate('products.link.due')} <Moment value={debt.due_at} to="second" />
        </>
      )}
      {debt.error && <div>{debt.error}</div>}
    </Alert>
  );
};
