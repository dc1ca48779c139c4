import { useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'ra-core';
import type { FieldValues } from 'react-hook-form';

import { useSaid } from './useSaid';

interface Failure {
  body?: { errors?: object };
}

/**
 * The `onSubmit` of a `<Form>` where no resource is edited: sends it, says that it is done, and hands what is wrong with
 * single fields back to the form.
 */
export const useFormSending = <V extends FieldValues>(send: (values: V) => Promise<unknown>, done: string) => {
  const notify = useNotify();
  const queries = useQueryClient();
  const said = useSaid();
  return async (values: FieldValues) => {
    try {
      await send(values as V);
      notify(done, { type: 'success' });
      await queries.invalidateQueries();
      return undefined;
    } catch (error) {
      const { errors } = (error as Failure).body ?? {};
      if (!errors) notify(said(error), { type: 'error' });
      return errors;
    }
  };
};
