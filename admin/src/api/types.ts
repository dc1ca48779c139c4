import type { components } from './schema';

export type Schemas = components['schemas'];
export type Person = Schemas['Caller'];
/** The name of an endpoint; who has it may call that endpoint. */
export type Right = Person['rights'][number];
