import EditIcon from '@mui/icons-material/Edit';
import { Button } from '@mui/material';
import { useTranslate } from 'ra-core';
import { DeleteWithConfirmButton } from 'ra-ui-materialui';
import { lazy, Suspense, useState } from 'react';

import { answer, api } from '../../api/client';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { useAct } from '../../ui/useAct';
import type { Product } from './ProductsList';

const EditProduct = lazy(() => import('./EditProduct'));

export const ProductActions = ({ product }: { product: Product }) => {
  const translate = useTranslate();
  const [editing, setEditing] = useState(false);
  const { name } = product;
  return (
    <>
      <Toggle product={product} />
      <Button
        size="small"
        startIcon={<EditIcon />}
        aria-label={translate('superadmin.product.edit_of', { name })}
        onClick={() => setEditing(true)}
      >
        {translate('ra.action.edit')}
      </Button>
      {editing && (
        <Suspense>
          <EditProduct product={product} onClose={() => setEditing(false)} />
        </Suspense>
      )}
      <DeleteWithConfirmButton
        aria-label={translate('superadmin.product.delete_of', { name })}
        confirmTitle="superadmin.product.delete_title"
        confirmContent="superadmin.product.delete_content"
        translateOptions={{ name }}
        mutationMode="pessimistic"
        redirect={false}
      />
    </>
  );
};

const Toggle = ({ product: { id, name, enabled } }: { product: Product }) => {
  const translate = useTranslate();
  const act = enabled ? 'take_off' : 'put_on';
  const { mutate, isPending } = useAct(
    () => answer(api.PUT('/api/v1/superadmin/products/{id}/toggle', { params: { path: { id } } })),
    (product) => ({ message: `superadmin.product.now_${product.enabled ? 'on' : 'off'}`, args: { name } }),
  );
  return (
    <ConfirmButton
      label={`superadmin.product.${act}.label`}
      name={translate(`superadmin.product.${act}.of`, { name })}
      title={`superadmin.product.${act}.title`}
      content={`superadmin.product.${act}.content`}
      args={{ name }}
      busy={isPending}
      onConfirm={() => mutate()}
    />
  );
};
