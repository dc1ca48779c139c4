import { problemOf, unreachable } from '../api/problem';
import { enterByPassword } from '../api/session';

/** Raises HttpError: a wrong phone or password, too many attempts, or no server. */
export const signIn = async (phone: string, password: string): Promise<void> => {
  const response = await enterByPassword(phone, password).catch(() => {
    throw unreachable();
  });
  if (!response.ok) throw await problemOf(response);
};
