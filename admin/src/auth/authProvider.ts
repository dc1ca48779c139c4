import type { AuthProvider } from 'ra-core';

import { leave, renew, session } from '../api/session';
import type { Person } from '../api/types';
import { resources } from '../data/resources';
import { actionRight } from './actionRight';
import { signIn } from './signIn';

export interface Permissions {
  role: Person['role'];
  rights: Person['rights'];
}

export const authProvider: AuthProvider = {
  login: ({ phone, password }: { phone: string; password: string }) => signIn(phone, password),
  async logout() {
    await leave();
  },
  async checkAuth() {
    if (session.person()) return;
    if ((await renew()) === 'refused') throw { message: false };
  },
  /** A 401 comes here only where the person chose to leave instead of giving the password. */
  async checkError({ status }: { status?: number }) {
    if (status === 401 && !session.person()) throw { message: false };
  },
  async getIdentity() {
    const person = signedIn();
    return { ...person, fullName: person.name };
  },
  async getPermissions(): Promise<Permissions> {
    const { role, rights } = signedIn();
    return { role, rights };
  },
  async canAccess({ resource, action }) {
    const right = actionRight(resources[resource], action);
    return right !== undefined && signedIn().rights.includes(right);
  },
};

const signedIn = (): Person => {
  const person = session.person();
  if (!person) throw new Error('Nobody is signed in');
  return person;
};
