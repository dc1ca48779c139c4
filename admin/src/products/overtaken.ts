import type { HttpError } from 'ra-core';

export interface Overtaken {
  /** Whose change came first; undefined: the site's. */
  by?: string;
}

/** Set where an edit was refused because the product has changed since it was read. */
export const overtakenBy = (error: unknown): Overtaken | undefined => {
  const { status, body } = error as HttpError;
  const errors = (body as { errors?: { version?: string; changed_by?: string } } | undefined)?.errors;
  return status === 409 && errors?.version ? { by: errors.changed_by } : undefined;
};
