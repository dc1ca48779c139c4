import type { Schemas } from '../api/types';

export type Client = Schemas['Client'];
export type Profile = Schemas['ClientProfile'];
