import { TextField } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useState } from 'react';

import { Entering } from './Entering';
import { Entrance } from './Entrance';
import { NewPassword } from './NewPassword';
import { register } from './signIn';

const FIELDS = [
  { name: 'name', autoComplete: 'name', required: true },
  { name: 'phone', type: 'tel', autoComplete: 'username', placeholder: '+7 700 000 00 00', required: true },
  { name: 'shop_name', autoComplete: 'organization' },
] as const;

/** A new shop, usable at once, and its director. */
const RegisterPage = () => {
  const translate = useTranslate();
  const [typed, setTyped] = useState({ name: '', phone: '', shop_name: '', password: '' });
  const enter = () => register({ ...typed, shop_name: typed.shop_name.trim() || undefined });
  return (
    <Entrance title="app.register.title">
      <Entering enter={enter} submit="app.register.submit">
        {FIELDS.map(({ name, ...field }) => (
          <TextField
            key={name}
            {...field}
            label={translate(`app.register.${name}`)}
            value={typed[name]}
            onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
            fullWidth
          />
        ))}
        <NewPassword value={typed.password} onChange={(password) => setTyped({ ...typed, password })} />
      </Entering>
    </Entrance>
  );
};

export default RegisterPage;
