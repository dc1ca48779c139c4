import DeleteIcon from '@mui/icons-material/Delete';
import { Button } from '@mui/material';
import { useNotify, useRedirect, useTranslate } from 'ra-core';

import { api } from '../api/client';
import { AskDialog } from '../ui/AskDialog';
import { useAsked } from '../ui/useAsked';
import type { Item } from './types';

/** Takes an item off the list, unless orders or products still need it: then the dialog names them. */
export const RemoveItem = ({ item }: { item: Item }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const redirect = useRedirect();
  const { isOpen, open, dialog } = useAsked(
    () => api.DELETE('/api/v1/warehouse/{item_id}', { params: { path: { item_id: item.id } } }),
    {
      leaves: true,
      onDone: () => {
        notify('warehouse.removed', { type: 'success', messageArgs: { name: item.name } });
        redirect('list', 'warehouse');
      },
    },
  );
  return (
    <>
      <Button size="small" color="error" startIcon={<DeleteIcon />} onClick={open}>
        {translate('ra.action.delete')}
      </Button>
      {isOpen && (
        <AskDialog
          {...dialog}
          grave
          title={translate('warehouse.remove.title', { name: item.name })}
          hint={translate('warehouse.remove.hint', { smart_count: item.quantity })}
          submit={translate('ra.action.delete')}
        />
      )}
    </>
  );
};
