import type { Schemas } from '../api/types';

export type Product = Schemas['StaffProduct'];
export type Agreement = Schemas['Agreement'];

/** Those that `type` of the contract knows: one more or less there does not compile here. */
const ALL: Record<Product['type'], true> = {
  flowers: true,
  sweets: true,
  fruits: true,
  gifts: true,
  vitrina: true,
  catalog: true,
};

export const PRODUCT_TYPES = Object.keys(ALL) as Product['type'][];
