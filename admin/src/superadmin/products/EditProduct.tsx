import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { Form, useNotify, useRefresh, useTranslate, useUpdate, type HttpError } from 'ra-core';
import { SaveButton } from 'ra-ui-materialui';
import { useId } from 'react';

import { overtakenBy } from '../../products/overtaken';
import { VersionConflict } from '../../products/VersionConflict';
import { KEEP_EDITS } from '../../ui/keepEdits';
import { StrayErrors } from '../../ui/StrayErrors';
import { useIsPhone } from '../../ui/useIsPhone';
import type { Product } from './ProductsList';
import { ProductInputs } from './ProductInputs';

interface Props {
  product: Product;
  onClose: () => void;
}

/** The product is in the list already, and the API has no route for it alone: so it is edited over the list. */
const EditProduct = ({ product, onClose }: Props) => {
  const translate = useTranslate();
  const isPhone = useIsPhone();
  const title = useId();
  const { save, busy } = useSave(product, onClose);
  return (
    <Dialog open fullWidth fullScreen={isPhone} maxWidth="sm" aria-labelledby={title} onClose={onClose}>
      <Form record={product} onSubmit={save} resetOptions={KEEP_EDITS}>
        <DialogTitle id={title}>{translate('superadmin.product.edit_of', { name: product.name })}</DialogTitle>
        <DialogContent>
          <VersionConflict />
          <StrayErrors />
          <ProductInputs />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
          <SaveButton type="submit" disabled={busy} />
        </DialogActions>
      </Form>
    </Dialog>
  );
};

const useSave = (product: Product, onSaved: () => void) => {
  const notify = useNotify();
  const refresh = useRefresh();
  const [update, { isPending }] = useUpdate<Product, HttpError>();
  const save = async (data: Partial<Product>) => {
    try {
      const given = { id: product.id, data, previousData: product };
      await update('superadmin/products', given, { returnPromise: true });
      notify('superadmin.product.saved', { type: 'success', messageArgs: { name: product.name } });
      onSaved();
    } catch (error) {
      const { message, body } = error as HttpError;
      if (overtakenBy(error)) refresh();
      else notify(message, { type: 'error', messageArgs: { _: message } });
      return body?.errors;
    }
  };
  return { save, busy: isPending };
};

export default EditProduct;
