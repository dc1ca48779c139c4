import { useTranslate } from 'ra-core';

import { PasswordField } from './PasswordField';

const SHORTEST = 8;
const LONGEST = 128;

/** A password that is chosen, which managers of passwords offer to make and to keep. */
export const NewPassword = ({ value, onChange }: { value: string; onChange: (typed: string) => void }) => {
  const translate = useTranslate();
  return (
    <PasswordField
      label={translate('app.register.password')}
      helperText={translate('app.register.password_hint')}
      autoComplete="new-password"
      value={value}
      onChange={({ target }) => onChange(target.value)}
      // Its own element for the eye is in `slotProps.input`: what the browser checks goes by the other slot.
      inputProps={{ minLength: SHORTEST, maxLength: LONGEST }}
      required
    />
  );
};
