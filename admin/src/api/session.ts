import type { Person, Schemas } from './types';

type Entered = Schemas['Token'];
type Listener = () => void;

let token: string | null = null;
let person: Person | null = null;
let endedByServer = false;
let renewal: Promise<Renewal> | null = null;
const listeners = new Set<Listener>();

/** `refused`: nobody is signed in by the cookie. A server that cannot be reached throws instead. */
export type Renewal = 'renewed' | 'refused';

/** Who is signed in. The access token lives only here, the refresh token only in an HttpOnly cookie. */
export const session = {
  token: () => token,
  person: () => person,
  /** The server let the sign-in end while somebody was at work; they are asked for their password. */
  hasEnded: () => endedByServer,
  subscribe(listener: Listener) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  enter(entered: Entered) {
    token = entered.access_token;
    person = entered.user;
    endedByServer = false;
    tell();
  },
  end() {
    endedByServer = true;
    tell();
  },
  forget() {
    token = person = null;
    endedByServer = false;
    tell();
  },
};

/** Everybody who comes while a renewal is going waits for that one; other tabs wait for the lock. */
export const renew = (): Promise<Renewal> => {
  renewal ??= alone(askForTokens).finally(() => (renewal = null));
  return renewal;
};

/** How one comes in: with a password, with a new shop, or with an invitation. */
export type Door = 'login' | 'register' | 'accept-invitation';

export const enterBy = async (door: Door, given: object): Promise<Response> => {
  const response = await post(door, given);
  if (response.ok) session.enter(await response.json());
  return response;
};

export const leave = async (): Promise<void> => {
  const headers = token ? { Authorization: `Bearer ${token}` } : undefined;
  session.forget();
  if (headers) await post('logout', undefined, headers).catch(() => undefined);
};

const askForTokens = async (): Promise<Renewal> => {
  const response = await post('refresh');
  if (response.status === 401) return 'refused';
  if (!response.ok) throw new Error(`Refreshing answered ${response.status}`);
  const entered: Entered = await response.json();
  // Another tab may have signed somebody else in: nobody goes on working under another name.
  if (person && person.id !== entered.user.id) return 'refused';
  session.enter(entered);
  return 'renewed';
};

const post = (path: string, body?: object, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`/api/v1/auth/${path}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'X-Session': 'cookie', ...(body && { 'Content-Type': 'application/json' }), ...headers },
    body: body && JSON.stringify(body),
  });

const alone = <T,>(work: () => Promise<T>): Promise<T> =>
  navigator.locks ? (navigator.locks.request('cvety-refresh', work) as Promise<T>) : work();

const tell = () => listeners.forEach((listener) => listener());
