import { Alert } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useController, useFormContext } from 'react-hook-form';

/**
 * Says in the form that somebody was first. Both errors of that refusal get a field here, else they would stand in
 * the form's way for good.
 */
export const VersionConflict = () => {
  const translate = useTranslate();
  const { control } = useFormContext();
  const version = useController({ control, name: 'version' }).fieldState;
  const changedBy = useController({ control, name: 'changed_by' }).fieldState;
  if (!version.error) return null;
  return (
    <Alert severity="warning" sx={{ mb: 2, width: 1 }}>
      {translate('products.overtaken', { by: changedBy.error?.message ?? translate('products.the_site') })}
    </Alert>
  );
};
