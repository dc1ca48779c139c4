import DoneAllIcon from '@mui/icons-material/DoneAll';
import { Button, List, ListItem } from '@mui/material';
import { useNotify, useTranslate } from 'ra-core';

import { answer, api } from '../api/client';
import { once } from '../api/once';
import { useCan } from '../auth/useCan';
import { AskDialog } from '../ui/AskDialog';
import { signed } from '../ui/signed';
import { useAsked } from '../ui/useAsked';
import { sumsOf } from './differences';
import type { WholeCheck } from './types';

const NAMED = 12;

/** Books the differences of a check, after it has said which. */
export const Apply = ({ check }: { check: WholeCheck }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const may = useCan('inventory.apply');
  const { isOpen, open, dialog } = useAsked(() => apply(check.id), {
    onDone: () => notify('inventory.applied', { type: 'success' }),
  });
  if (!may || check.status !== 'pending') return null;
  return (
    <>
      <Button variant="contained" startIcon={<DoneAllIcon />} onClick={open}>
        {translate('inventory.apply')}
      </Button>
      {isOpen && (
        <AskDialog {...dialog} grave title={translate('inventory.ask', { id: check.id })} submit={translate('inventory.apply')}>
          <Summary check={check} />
        </AskDialog>
      )}
    </>
  );
};

const Summary = ({ check: { items } }: { check: WholeCheck }) => {
  const translate = useTranslate();
  const differing = items.filter(({ difference }) => difference !== 0);
  const { missing, surplus } = sumsOf(items);
  if (differing.length === 0) return <>{translate('inventory.nothing_differs')}</>;
  return (
    <>
      {translate('inventory.will_book', { smart_count: differing.length, missing, surplus })}
      <List dense>
        {differing.slice(0, NAMED).map(({ warehouse_item_id, name, difference }) => (
          <ListItem key={warehouse_item_id} disableGutters>
            {name}: {signed(difference)}
          </ListItem>
        ))}
      </List>
      {differing.length > NAMED && translate('inventory.and_more', { smart_count: differing.length - NAMED })}
    </>
  );
};

const apply = (check_id: number) =>
  once({ check_id }, (key) =>
    answer(
      api.POST('/api/v1/inventory/{check_id}/apply', {
        params: { path: { check_id }, header: { 'Idempotency-Key': key } },
      }),
    ),
  );
