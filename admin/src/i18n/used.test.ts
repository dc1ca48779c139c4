import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

import { resources } from '../data/resources';
import { russian } from './ru';
import { sentences } from './ru/sentences';

type Texts = { [key: string]: string | Texts };
const keysOf = (texts: Texts, path = ''): string[] =>
  Object.entries(texts).flatMap(([key, value]) => (typeof value === 'string' ? [path + key] : keysOf(value, `${path}${key}.`)));

const files = import.meta.glob<string>(['../**/*.{ts,tsx}', '!./**', '!../**/*.test.*', '!../api/schema.d.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const code = Object.values(files).join('\n');

const ours = keysOf(russian as never).filter(
  (key) => !key.startsWith('ra.') && !/^\w+\.resources\./.test(key) && !(key in sentences),
);

/** 'a.b' as it stands, and `a.${b}.c` as a pattern. */
const literals = new Set([...code.matchAll(/['"]([a-z_]+(?:\.[\w/]+)+)['"]/g)].map(([, key]) => key!));
const patterns = [...code.matchAll(/`([a-z_]+\.[^`\s]*\$\{[^`]*)`/g)].map(([, key]) => key!);
const escaped = (text: string) => text.replace(/[.*+?^$()|[\]\\/]/g, '\\$&');
const asRegExp = (pattern: string) => new RegExp(`^${pattern.split(/\$\{[^}]*\}/).map(escaped).join('.+')}$`);
const regExps = [...new Set(patterns)].map(asRegExp);

/** Below these keys texts are told by a value: `choices(STATUSES, 'orders.status')`, `<Coded of="team.role" />`. */
const isBelowOneThatIsNamed = (key: string) =>
  key.split('.').some((_, parts, all) => parts > 1 && literals.has(all.slice(0, parts).join('.')));
/** react-admin names fields by itself: resources.<name>.fields.<source>. */
const isOfAField = (key: string) => {
  const [, name, source = ''] = /^resources\.(.+)\.fields\.(.+)$/.exec(key) ?? [];
  if (!name) return /^resources\.[^.]+\.name$/.test(key);
  return name in resources && new RegExp(`['"]${escaped(source)}['"]`).test(code);
};

it('has no texts that nobody reads', () => {
  const unread = ours.filter(
    (key) => !literals.has(key) && !isBelowOneThatIsNamed(key) && !isOfAField(key) && !regExps.some((one) => one.test(key)),
  );
  expect(unread).toEqual([]);
});

/** Rights are named alike: the endpoints in the contract. */
const contract = JSON.parse(readFileSync('../docs/openapi.json', 'utf8'));
const rights: string[] = contract.components.schemas.Caller.properties.rights.items.enum;
/** What the site calls what happened there. */
const ELSEWHERE = ['order.status'];

it('has every text that the code names', () => {
  const groups = new Set(ours.flatMap((key) => key.split('.').map((_, i, all) => all.slice(0, i + 1).join('.'))));
  const modules = new Set(ours.map((key) => key.split('.')[0]));
  const named = [...literals].filter((key) => modules.has(key.split('.')[0]) && ![...rights, ...ELSEWHERE].includes(key));
  expect(named.filter((key) => !groups.has(key))).toEqual([]);
});
