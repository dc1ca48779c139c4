import type { Schemas } from '../api/types';

export type Check = Schemas['Check'];
export type WholeCheck = Schemas['WholeCheck'];
export type Countable = Schemas['Countable'];
