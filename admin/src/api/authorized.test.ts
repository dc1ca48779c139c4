import { beforeEach, expect, it, vi } from 'vitest';

import { sendAuthorized } from './authorized';
import { enterBy, session } from './session';

const person = (id: number) => ({ id, name: 'Айгуль', phone: '+77000000001', rights: [] });
const tokens = (access_token: string, id = 1) => Response.json({ access_token, user: person(id) });
const refused = () => Response.json({ detail: 'Not signed in' }, { status: 401 });

/** A server that takes one access token; what it answers to a refresh and to a password is up to the test. */
const server = (taken: string) => {
  const calls: string[] = [];
  const answers = { refresh: refused, login: refused };
  const fetch = vi.fn(async (input: Request | string) => {
    const path = typeof input === 'string' ? input : new URL(input.url).pathname;
    calls.push(path);
    if (path.endsWith('/refresh')) return answers.refresh();
    if (path.endsWith('/login')) return answers.login();
    const request = input as Request;
    const body = await request.text();
    return request.headers.get('Authorization') === `Bearer ${taken}` ? new Response(`did ${body}`) : refused();
  });
  vi.stubGlobal('fetch', fetch);
  return { calls, answers, fetch };
};

const send = (body = 'it') => sendAuthorized(new Request('http://panel.example/api/v1/orders/', { method: 'POST', body }));
const enter = (token: string) => session.enter({ access_token: token, user: person(1) } as never);

beforeEach(() => session.forget());

it('renews a token that has expired and sends the same again', async () => {
  const { answers } = server('new');
  answers.refresh = () => tokens('new');
  enter('old');
  expect(await (await send('order')).text()).toBe('did order');
});

it('renews once for all who wait', async () => {
  const { answers, calls } = server('new');
  answers.refresh = () => tokens('new');
  enter('old');
  const done = await Promise.all([send('1'), send('2'), send('3')]);
  expect(await Promise.all(done.map((response) => response.text()))).toEqual(['did 1', 'did 2', 'did 3']);
  expect(calls.filter((path) => path.endsWith('/refresh'))).toHaveLength(1);
});

it('asks for the refresh cookie in the way that no other origin can', async () => {
  const { answers, fetch } = server('new');
  answers.refresh = () => tokens('new');
  enter('old');
  await send();
  const [, init] = fetch.mock.calls.find(([input]) => String(input).endsWith('/refresh')) as unknown as [string, RequestInit];
  expect(init).toMatchObject({ method: 'POST', credentials: 'same-origin', headers: { 'X-Session': 'cookie' } });
});

it('waits for the password where the sign-in has ended, and goes on', async () => {
  const { answers } = server('newest');
  answers.login = () => tokens('newest');
  enter('old');
  const waiting = send('half-filled form');
  await vi.waitFor(() => expect(session.hasEnded()).toBe(true));
  await enterBy('login', { phone: '+77000000001', password: 'secret' });
  expect(await (await waiting).text()).toBe('did half-filled form');
  expect(session.hasEnded()).toBe(false);
});

it('hands the refusal on where the person leaves instead', async () => {
  server('never');
  enter('old');
  const waiting = send();
  await vi.waitFor(() => expect(session.hasEnded()).toBe(true));
  session.forget();
  expect((await waiting).status).toBe(401);
});

it('does not go on under the name of somebody who signed in in another tab', async () => {
  const { answers } = server('of another');
  answers.refresh = () => tokens('of another', 2);
  enter('old');
  void send();
  await vi.waitFor(() => expect(session.hasEnded()).toBe(true));
  expect(session.person()?.id).toBe(1);
});

it('takes a server out of reach for what it is, not for the end of the sign-in', async () => {
  const { answers } = server('new');
  answers.refresh = () => new Response(null, { status: 503 });
  enter('old');
  await expect(send()).rejects.toThrow('503');
  expect(session.hasEnded()).toBe(false);
});

it('asks nobody for a password who was not signed in', async () => {
  server('never');
  expect((await send()).status).toBe(401);
  expect(session.hasEnded()).toBe(false);
});
