import type { profile as Russian } from '../ru/profile';

export const profile: typeof Russian = {
  menu: 'My profile',
  name: 'Name',
  phone: 'Phone',
  role: 'Role',
  shop: 'Shop',
  since: 'Since',
};
