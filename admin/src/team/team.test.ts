import { expect, it } from 'vitest';

import { codeOf, invitationLink } from './link';
import { mayChange, rolesBelow } from './types';

const CODE = 'gq6G0yB-_x+/=';

it('makes a link that leads back to its code', () => {
  const link = invitationLink(CODE, 'https://panel.example');
  expect(link).toBe('https://panel.example/admin/accept-invitation?token=gq6G0yB-_x%2B%2F%3D');
  expect(codeOf(link)).toBe(CODE);
});

it('takes a pasted code as it is, without the spaces that came along', () => {
  expect(codeOf(' gq6G0yB\n')).toBe('gq6G0yB');
});

it('offers no role above the own one', () => {
  expect(rolesBelow({ role: 'manager', is_superadmin: false })).toEqual(['courier', 'florist', 'manager']);
  expect(rolesBelow({ role: 'courier', is_superadmin: true })).toEqual(['courier', 'florist', 'manager', 'director']);
  expect(rolesBelow(null)).toEqual([]);
});

it('leaves a superadmin to superadmins, whatever their role says', () => {
  const director = { role: 'director', is_superadmin: false } as const;
  const superadmin = { role: 'florist', is_superadmin: true } as const;
  expect(mayChange(director, superadmin)).toBe(false);
  expect(mayChange(director, { ...superadmin, is_superadmin: false })).toBe(true);
  expect(mayChange({ role: 'manager', is_superadmin: false }, director)).toBe(false);
  expect(mayChange(superadmin, superadmin)).toBe(true);
});
