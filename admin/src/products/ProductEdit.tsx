import { Box, Card } from '@mui/material';
import { useNotify, useRecordContext, useRefresh, useTranslate, type HttpError } from 'ra-core';
import { useState } from 'react';
import { DeleteWithConfirmButton, Edit, SaveButton, SimpleForm, Toolbar } from 'react-admin';

import { Can } from '../auth/Can';
import { KEEP_EDITS } from '../ui/keepEdits';
import { FormGuard } from '../ui/FormGuard';
import { overtakenBy } from './overtaken';
import { PhotosCard } from './PhotosCard';
import { ProductInputs } from './ProductInputs';
import { RecipeCard } from './RecipeCard';
import { SyncCard } from './SyncCard';
import type { Product } from './types';
import { useIsMirrored } from './useMirrored';
import { VersionConflict } from './VersionConflict';

const LIVE = { refetchInterval: 15_000 };

const ProductEdit = () => {
  const notify = useNotify();
  const refresh = useRefresh();
  const translate = useTranslate();
  const [saved, setSaved] = useState(0);
  const onSuccess = () => {
    notify('products.saved', { type: 'success' });
    setSaved(saved + 1);
  };
  const onError = (error: Error) => {
    if (!overtakenBy(error)) return notify(error.message, { type: 'error', messageArgs: { _: error.message } });
    // What react-admin says of a refused form: here it is not filled wrongly.
    (error as HttpError).body.errors.root = { serverError: translate('products.overtaken_short') };
    refresh();
  };
  return (
    <Edit
      component={Box}
      actions={false}
      redirect={false}
      mutationMode="pessimistic"
      mutationOptions={{ onSuccess, onError }}
      queryOptions={LIVE}
    >
      <Sides saved={saved} />
    </Edit>
  );
};

const Sides = ({ saved }: { saved: number }) => (
  <Box
    sx={{ display: 'grid', gap: 2, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 3fr) minmax(0, 2fr)' } }}
  >
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Card>
        <ProductForm key={saved} />
      </Card>
      <RecipeCard />
    </Box>
    <Box sx={{ display: 'grid', gap: 2 }}>
      <PhotosCard />
      <SyncCard />
    </Box>
  </Box>
);

const ProductForm = () => {
  const product = useRecordContext<Product>();
  const isMirrored = useIsMirrored(product);
  return (
    <SimpleForm toolbar={<FormToolbar isMirrored={isMirrored} />} resetOptions={KEEP_EDITS}>
      <FormGuard />
      <VersionConflict />
      <ProductInputs isMirrored={isMirrored} />
    </SimpleForm>
  );
};

const FormToolbar = ({ isMirrored }: { isMirrored: boolean }) => (
  <Toolbar sx={{ justifyContent: 'space-between' }}>
    <SaveButton />
    <Can do="products.delete">
      <DeleteWithConfirmButton
        mutationMode="pessimistic"
        confirmTitle="products.delete.title"
        confirmContent={isMirrored ? 'products.delete.on_both' : 'products.delete.here'}
        confirmColor="warning"
      />
    </Can>
  </Toolbar>
);

export default ProductEdit;
