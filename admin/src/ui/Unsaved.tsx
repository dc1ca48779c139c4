import { useEffect, useId } from 'react';
import { useFormState } from 'react-hook-form';

import { unsaved } from './unsaved';

/**
 * In a form: whoever leaves the page with something typed is asked first. React-admin's `warnWhenUnsavedChanges` takes
 * one form a page, and takes a form for saved that the server has refused.
 */
export const Unsaved = () => {
  const { dirtyFields, isSubmitting } = useFormState();
  // Where a form leads to another page when it is saved, it does so before it knows that it is.
  const isUnsaved = Object.keys(dirtyFields).length > 0 && !isSubmitting;
  const form = useId();
  useEffect(() => {
    if (!isUnsaved) return undefined;
    unsaved.add(form);
    return () => unsaved.drop(form);
  }, [isUnsaved, form]);
  return null;
};
