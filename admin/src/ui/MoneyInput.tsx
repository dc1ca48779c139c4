import { FieldTitle, useInput, useTranslate, type InputProps, type Validator } from 'ra-core';
import { InputHelperText } from 'ra-ui-materialui';

import { MoneyText, type MoneyTextProps } from './MoneyText';

const isAmount: Validator = (value) => (Number.isNaN(value) ? 'app.money.wrong' : undefined);

type Props = InputProps & Pick<MoneyTextProps, 'fullWidth' | 'size' | 'sx' | 'autoFocus'> & { alwaysOn?: boolean };

/** An amount of money in a form or a filter: people type tenge, the record has minor units. */
export const MoneyInput = ({ validate = [], fullWidth, size, sx, autoFocus, ...props }: Props) => {
  const translate = useTranslate();
  const checks = [validate].flat();
  // As they are: what the usual conversions make of null and NaN is a text.
  const asIs = { parse: (value: unknown) => value, format: (value: unknown) => value };
  const { field, fieldState, id, isRequired } = useInput({ ...props, ...asIs, validate: [isAmount, ...checks] });
  const { invalid, error } = fieldState;
  const helper = props.helperText;
  return (
    <MoneyText
      id={id}
      name={field.name}
      inputRef={field.ref}
      value={field.value}
      onChange={field.onChange}
      onBlur={field.onBlur}
      disabled={props.disabled || props.readOnly}
      label={<FieldTitle label={props.label} source={props.source} resource={props.resource} isRequired={isRequired} />}
      error={invalid}
      helperText={
        invalid || helper ? (
          <InputHelperText error={error?.message} helperText={typeof helper === 'string' && translate(helper)} />
        ) : undefined
      }
      fullWidth={fullWidth}
      size={size}
      sx={sx}
      autoFocus={autoFocus}
    />
  );
};
