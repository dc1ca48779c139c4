import { Button } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useFormContext } from 'react-hook-form';

export const SameAsCustomer = () => {
  const translate = useTranslate();
  const { getValues, setValue } = useFormContext();
  const copy = () => {
    const [name, phone] = getValues(['customer_name', 'phone']);
    setValue('recipient_name', name, { shouldDirty: true });
    setValue('recipient_phone', phone, { shouldDirty: true });
  };
  return (
    <Button size="small" onClick={copy}>
      {translate('order.create.same')}
    </Button>
  );
};
