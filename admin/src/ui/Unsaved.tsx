import { useFormState } from 'react-hook-form';

import { useUnsaved } from './useUnsaved';

/**
 * In a form: whoever leaves the page with something typed is asked first. React-admin's `warnWhenUnsavedChanges` takes
 * one form a page, and takes a form for saved that the server has refused.
 */
export const Unsaved = () => {
  const { dirtyFields, isSubmitting } = useFormState();
  // Where a form leads to another page when it is saved, it does so before it knows that it is.
  useUnsaved(Object.keys(dirtyFields).length > 0 && !isSubmitting);
  return null;
};
