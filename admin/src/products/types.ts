import type { Schemas } from '../api/types';

/** Those that `type` of the contract knows: one more or less there does not compile here. */
const ALL: Record<Schemas['StaffProduct']['type'], true> = {
  flowers: true,
  sweets: true,
  fruits: true,
  gifts: true,
  vitrina: true,
  catalog: true,
};

export const PRODUCT_TYPES = Object.keys(ALL) as Schemas['StaffProduct']['type'][];
