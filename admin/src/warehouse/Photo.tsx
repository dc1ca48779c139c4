import DeleteIcon from '@mui/icons-material/Delete';
import { Box, Button } from '@mui/material';
import { useNotify, useRefresh, useTranslate } from 'ra-core';

import { answer, api } from '../api/client';
import { Can } from '../auth/Can';
import { AskDialog } from '../ui/AskDialog';
import { ImageUpload } from '../ui/ImageUpload';
import { useAsked } from '../ui/useAsked';
import type { Item } from './types';

/** The picture of an item, by which it is found on the shelf. A new one takes the place of the one before. */
export const Photo = ({ item }: { item: Item }) => {
  const translate = useTranslate();
  const refresh = useRefresh();
  const notify = useNotify();
  const uploaded = () => {
    notify('warehouse.photo.saved', { type: 'success' });
    refresh();
  };
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {item.image && (
        <Box
          component="img"
          src={item.image}
          alt={translate('warehouse.photo.of', { name: item.name })}
          sx={{ width: 1, maxHeight: 320, objectFit: 'cover', borderRadius: 2 }}
        />
      )}
      <Can do="warehouse.add_photo">
        <ImageUpload<Item>
          to={`/api/v1/warehouse/${item.id}/photo`}
          label={item.image ? 'warehouse.photo.replace' : 'app.upload.add'}
          onUploaded={uploaded}
        />
      </Can>
      <Can do="warehouse.remove_photo">{item.image && <RemovePhoto item={item} />}</Can>
    </Box>
  );
};

const RemovePhoto = ({ item }: { item: Item }) => {
  const translate = useTranslate();
  const { isOpen, open, dialog } = useAsked(() =>
    answer(api.DELETE('/api/v1/warehouse/{item_id}/photo', { params: { path: { item_id: item.id } } })),
  );
  return (
    <>
      <Button color="error" startIcon={<DeleteIcon />} onClick={open}>
        {translate('warehouse.photo.remove')}
      </Button>
      {isOpen && (
        <AskDialog {...dialog} grave title={translate('warehouse.photo.ask', { name: item.name })} submit={translate('ra.action.delete')} />
      )}
    </>
  );
};
