import { MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'ra-core';

import { usePerson } from '../auth/useCan';
import { rolesBelow, type Role } from './types';

export const RoleSelect = ({ value, onChange }: { value: Role; onChange: (role: Role) => void }) => {
  const translate = useTranslate();
  return (
    <TextField
      select
      label={translate('resources.team.fields.role')}
      value={value}
      onChange={({ target }) => onChange(target.value as Role)}
      helperText={translate(`team.may.${value}`)}
      fullWidth
    >
      {rolesBelow(usePerson()).map((role) => (
        <MenuItem key={role} value={role}>
          {translate(`team.role.${role}`)}
        </MenuItem>
      ))}
    </TextField>
  );
};
