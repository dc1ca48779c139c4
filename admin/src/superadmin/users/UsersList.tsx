import SupervisorAccountIcon from '@mui/icons-material/SupervisorAccount';
import { Chip } from '@mui/material';
import { useTranslate } from 'ra-core';
import { NullableBooleanInput, SearchInput, SelectInput } from 'ra-ui-materialui';

import type { Schemas } from '../../api/types';
import { ROLES } from '../../team/types';
import { choices } from '../../ui/choices';
import { List } from '../../ui/List';
import { Row, Rows } from '../Rows';
import { ShopInput } from '../ShopInput';
import { ShopName } from '../ShopName';
import { UserActions } from './UserActions';

export type User = Schemas['PlatformUser'];

const roles = choices(ROLES, 'team.role');

const filters = [
  <SearchInput key="search" source="search" alwaysOn />,
  <ShopInput key="shop" alwaysOn />,
  <SelectInput key="role" source="role" choices={roles} alwaysOn />,
  <NullableBooleanInput key="is_active" source="is_active" alwaysOn />,
];

const UsersList = () => (
  <List filters={filters} empty={false} actions={false}>
    <Rows<User> icon={<SupervisorAccountIcon />}>
      {(user) => (
        <Row title={user.name} state={<State {...user} />} details={<Details {...user} />}>
          <UserActions user={user} />
        </Row>
      )}
    </Rows>
  </List>
);

const State = ({ is_active, is_superadmin, role }: User) => {
  const translate = useTranslate();
  return (
    <>
      <Chip
        size="small"
        variant="outlined"
        color={is_superadmin ? 'primary' : 'default'}
        label={translate(is_superadmin ? 'superadmin.user.superadmin' : `team.role.${role}`)}
      />
      {!is_active && <Chip size="small" color="error" label={translate('superadmin.user.blocked')} />}
    </>
  );
};

const Details = ({ phone, shop_id }: User) => (
  <>
    {phone}
    {shop_id && (
      <>
        {' · '}
        <ShopName />
      </>
    )}
  </>
);

export default UsersList;
