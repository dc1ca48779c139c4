import { BooleanInput, SelectInput, TextInput, type TextInputProps } from 'react-admin';

import { choices } from '../../ui/choices';
import type { Field } from '../editable';
import { PAYMENT_METHODS } from '../types';
import { useFieldRule } from './FieldRules';

type Props = Omit<TextInputProps, 'source' | 'label' | 'helperText'> & { source: Field };

export const Text = ({ source, ...props }: Props) => {
  const { disabled, remark } = useFieldRule(source);
  return (
    <TextInput
      {...props}
      source={source}
      label={`order.field.${source}`}
      disabled={disabled}
      helperText={remark ?? false}
      fullWidth
    />
  );
};

export const Phone = (props: Props) => <Text type="tel" autoComplete="off" placeholder="+7 700 000 00 00" {...props} />;

export const Long = (props: Props) => <Text multiline minRows={2} {...props} />;

export const Flag = ({ source }: { source: Field }) => {
  const { disabled, remark } = useFieldRule(source);
  return (
    <BooleanInput
      source={source}
      label={`order.field.${source}`}
      disabled={disabled}
      helperText={remark ?? false}
      sx={{ mt: 1, '& .MuiFormControlLabel-root': { ml: -0.5 }, '& .MuiFormControlLabel-label': { lineHeight: 1.3 } }}
    />
  );
};

export const Payment = () => {
  const { disabled, remark } = useFieldRule('payment_method');
  return (
    <SelectInput
      source="payment_method"
      label="order.field.payment_method"
      choices={choices(PAYMENT_METHODS, 'order.payment_method')}
      disabled={disabled}
      helperText={remark ?? false}
    />
  );
};
