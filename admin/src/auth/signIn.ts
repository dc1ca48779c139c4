import { problemOf, unreachable } from '../api/problem';
import { enterBy, type Door } from '../api/session';
import type { Schemas } from '../api/types';

/** Raises HttpError: a wrong phone or password, too many attempts, or no server. */
export const signIn = (phone: string, password: string): Promise<void> => enter('login', { phone, password });

/** A new shop, whose director is signed in then. Raises HttpError. */
export const register = (given: Schemas['Registration']): Promise<void> => enter('register', given);

/** Into the team one was invited to. Raises HttpError. */
export const acceptInvitation = (given: Schemas['Acceptance']): Promise<void> => enter('accept-invitation', given);

const enter = async (door: Door, given: object): Promise<void> => {
  const response = await enterBy(door, given).catch(() => {
    throw unreachable();
  });
  if (!response.ok) throw await problemOf(response);
};
