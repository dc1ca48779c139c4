import { expect, it } from 'vitest';

import { modules } from '../modules';
import { resources } from '../data/resources';
import { english } from './en';
import { russian } from './ru';

type Texts = { [key: string]: string | Texts };
const keys = (texts: Texts, path = ''): string[] =>
  Object.entries(texts).flatMap(([key, value]) => (typeof value === 'string' ? [path + key] : keys(value, `${path}${key}.`)));

const inRussian = keys(russian as never);

it('says in Russian all that it says in English, of the framework too', () => {
  expect(keys(english as never).filter((key) => !inRussian.includes(key))).toEqual([]);
});

it('has a label for every page of the menu and a name for every resource', () => {
  const labels = modules.flatMap(({ menu }) => menu.map(({ label }) => label));
  const names = Object.keys(resources).map((name) => `resources.${name}.name`);
  expect([...labels, ...names].filter((key) => !inRussian.includes(key))).toEqual([]);
});
