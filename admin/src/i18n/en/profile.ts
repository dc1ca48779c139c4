import type { profile as Russian } from '../ru/profile';

export const profile: typeof Russian = {
  menu: 'My profile',
  own: 'About me',
  name: 'Name',
  phone: 'Phone',
  phone_hint: 'You sign in by your phone, so another one needs the present password',
  role: 'Role',
  shop: 'Shop',
  since: 'Since',
  saved: 'Profile saved',
  stats: {
    title: 'My orders',
    active: 'In my care now',
    delivered: 'Done',
    revenue: 'Worth',
    to_deliver: 'To deliver now',
    brought: 'Delivered by me',
  },
  password: {
    title: 'Password',
    present: 'Present password',
    another: 'New password',
    hint: 'At least 8 characters. Other devices have to sign in anew.',
    change: 'Change the password',
    changed: 'The password is changed',
  },
};
