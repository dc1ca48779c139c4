import AddIcon from '@mui/icons-material/Add';
import { Alert, Box, Button, TextField } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useState } from 'react';

import { AskDialog } from '../../ui/AskDialog';
import { useAsked } from '../../ui/useAsked';
import { ProductSearch } from '../ProductSearch';
import { Quantity } from '../Quantity';
import type { Order } from '../types';
import { usePossible } from '../usePossible';
import type { Product } from '../useProducts';
import { addItem } from './calls';

/** One more line, at today's price. */
export const AddItem = ({ order }: { order: Order }) => {
  const translate = useTranslate();
  const [product, setProduct] = useState<Product | null>(null);
  const [quantity, setQuantity] = useState(1);
  const [requests, setRequests] = useState('');
  const possible = usePossible(product?.id, quantity);
  const forget = () => {
    setProduct(null);
    setQuantity(1);
    setRequests('');
  };
  const { isOpen, open, dialog } = useAsked(
    () => addItem(order, product?.id ?? 0, quantity, requests.trim() || null),
    { onDone: forget },
  );
  return (
    <>
      <Button startIcon={<AddIcon />} size="small" onClick={open}>
        {translate('order.items.add')}
      </Button>
      {isOpen && (
        <AskDialog
          {...dialog}
          title={translate('order.items.add_title')}
          hint={order.bitrix_order_id === null ? undefined : translate('order.items.by_hand')}
          submit={translate('order.items.add')}
          disabled={!product}
        >
          <Box sx={{ display: 'grid', gap: 2, pt: 1 }}>
            <ProductSearch value={product} onChange={setProduct} autoFocus />
            <Quantity value={quantity} onChange={setQuantity} />
            <TextField
              label={translate('order.field.special_requests')}
              value={requests}
              onChange={({ target }) => setRequests(target.value)}
              slotProps={{ htmlInput: { maxLength: 1000 } }}
              size="small"
            />
            {possible && !possible.enough && (
              <Alert severity="warning">
                {translate('order.items.lack', { asked: quantity, available: possible.available })}
              </Alert>
            )}
          </Box>
        </AskDialog>
      )}
    </>
  );
};
