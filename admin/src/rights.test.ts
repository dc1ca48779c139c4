import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

import { actionRight } from './auth/actionRight';
import { resources } from './data/resources';
import { modules } from './modules';

/** What the API gives each role: its own table, read as the text it is. */
const TABLE = readFileSync('../web/rights.py', 'utf8');
const LETTERS = ['P', 'U', 'C', 'St', 'M', 'D', 'SA'];
const HIGHEST = { courier: 'C', florist: 'St', manager: 'M', director: 'D', superadmin: 'SA' } as const;
type Role = keyof typeof HIGHEST;
const letterOf = Object.fromEntries([...TABLE.matchAll(/^ {4}"([\w.-]+)": (\w+),/gm)].map(([, name, letter]) => [name!, letter!]));
const has = (role: Role) => (right: string | undefined) =>
  right !== undefined && LETTERS.indexOf(letterOf[right] ?? '') <= LETTERS.indexOf(HIGHEST[role]) && LETTERS.includes(letterOf[right] ?? '');

const menuOf = (role: Role) => modules.flatMap(({ menu }) => menu).filter(({ right }) => has(role)(right)).map(({ to }) => to);
const newIn = (role: Role, below: Role) => menuOf(role).filter((to) => !menuOf(below).includes(to));

it('offers each role its pages', () => {
  expect(menuOf('courier')).toEqual(['/orders', '/products', '/shop']);
  expect(newIn('florist', 'courier')).toEqual(['/clients', '/warehouse', '/delivery', '/team']);
  expect(newIn('manager', 'florist')).toEqual([
    '/reviews',
    '/inventory',
    '/sync/overview',
    '/sync/events',
    '/sync/outbox',
    '/sync/conflicts',
    '/sync/runs',
    '/sync/schedule',
  ]);
  expect(newIn('director', 'manager')).toEqual(['/faqs', '/pages', '/audit']);
  expect(newIn('superadmin', 'director').every((to) => to.startsWith('/superadmin/'))).toBe(true);
});

it.each(Object.keys(HIGHEST) as Role[])('lets a %s open every page of the menu', (role) => {
  const routes = modules.flatMap((module) => module.routes ?? []);
  const rightOf = (to: string) => routes.find(({ path }) => path === to)?.right ?? actionRight(resources[to.slice(1)], 'list');
  expect(menuOf(role).filter((to) => !has(role)(rightOf(to)))).toEqual([]);
});

it('tells a right for every page of a resource', () => {
  const pages = modules.flatMap((module) => module.resources ?? []);
  const withoutRight = pages.flatMap((page) =>
    (['list', 'show', 'create', 'edit'] as const)
      .filter((action) => page[action] && !actionRight(resources[page.name], action))
      .map((action) => `${page.name} ${action}`),
  );
  expect(withoutRight).toEqual([]);
});

it('names only rights that the API has', () => {
  const named = [
    ...modules.flatMap(({ menu, routes = [] }) => [...menu, ...routes].map(({ right }) => right)),
    ...Object.values(resources).flatMap(({ rights }) => Object.values(rights)),
  ];
  expect(named.filter((right) => !(right in letterOf))).toEqual([]);
});
