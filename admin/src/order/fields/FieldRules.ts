import { createContext, useContext } from 'react';

import type { Field } from '../editable';

export interface FieldRule {
  disabled?: boolean;
  /** A sentence below the field. */
  remark?: string;
}

/** What is special about a field of the form around. */
export const FieldRules = createContext<(field: Field) => FieldRule>(() => ({}));

export const useFieldRule = (field: Field): FieldRule => useContext(FieldRules)(field);
