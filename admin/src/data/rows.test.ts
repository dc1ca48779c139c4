import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

import { resources } from './resources';

interface Schema {
  $ref?: string;
  oneOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
}
interface Contract {
  paths: Record<string, { get: { responses: { 200: { content: Record<string, { schema: Schema }> } } } }>;
  components: { schemas: Record<string, Schema> };
}
const contract: Contract = JSON.parse(readFileSync('../docs/openapi.json', 'utf8'));

const found = ({ $ref, ...inline }: Schema = {}): Schema => ($ref ? contract.components.schemas[$ref.split('/').pop()!]! : inline);
const answerOf = (path: string): Schema => found(Object.values(contract.paths[path]!.get.responses[200].content)[0]!.schema);
const fieldsOf = (schema: Schema): string[] => Object.keys(schema.properties ?? found(schema.oneOf?.at(-1)).properties ?? {});

it.each(Object.entries(resources).filter(([, { one }]) => one))('knows whether rows of %s are whole', (_, { list, one, shortRows = false }) => {
  const row = fieldsOf(found(answerOf(list).properties?.items?.items));
  const lacking = fieldsOf(answerOf(one!)).filter((field) => !row.includes(field));
  expect(row).not.toEqual([]);
  expect(lacking.length > 0).toBe(shortRows);
});
