import VisibilityIcon from '@mui/icons-material/Visibility';
import VisibilityOffIcon from '@mui/icons-material/VisibilityOff';
import { IconButton, InputAdornment, TextField, type TextFieldProps } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useState } from 'react';

export const PasswordField = (props: TextFieldProps) => {
  const translate = useTranslate();
  const [shown, setShown] = useState(false);
  const eye = (
    <InputAdornment position="end">
      <IconButton
        edge="end"
        aria-label={translate('app.login.show_password')}
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
      >
        {shown ? <VisibilityOffIcon /> : <VisibilityIcon />}
      </IconButton>
    </InputAdornment>
  );
  return (
    <TextField
      label={translate('app.login.password')}
      type={shown ? 'text' : 'password'}
      autoComplete="current-password"
      slotProps={{ input: { endAdornment: eye } }}
      {...props}
    />
  );
};
