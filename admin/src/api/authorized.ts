import { renew, session } from './session';

/**
 * Sends with the access token. When the server does not take it any more the sign-in is renewed, if need be by asking
 * the person for the password over the page they are on, and the request goes out again: a 401 has done nothing yet.
 */
export const sendAuthorized = async (request: Request): Promise<Response> => {
  const again = request.clone();
  const used = session.token();
  const response = await fetch(withToken(request, used));
  if (response.status !== 401 || !(await signedInAnew(used))) return response;
  return fetch(withToken(again, session.token()));
};

/** Whether there is a token now that is newer than the one that was used. */
export const signedInAnew = async (used: string | null): Promise<boolean> => {
  if (session.token() !== used) return session.token() !== null;
  if ((await renew()) === 'renewed') return true;
  if (!session.person()) return false;
  session.end();
  return passwordGiven();
};

const passwordGiven = (): Promise<boolean> =>
  new Promise((resolve) => {
    const unsubscribe = session.subscribe(() => {
      if (session.hasEnded()) return;
      unsubscribe();
      resolve(session.token() !== null);
    });
  });

const withToken = (request: Request, token: string | null): Request => {
  if (token) request.headers.set('Authorization', `Bearer ${token}`);
  return request;
};
