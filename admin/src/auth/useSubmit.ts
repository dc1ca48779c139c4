import { useTranslate } from 'ra-core';
import { useState, type FormEvent } from 'react';

/** A small form of our own: busy while it is sent, and what went wrong, in the words of staff. */
export const useSubmit = (send: () => Promise<unknown>) => {
  const translate = useTranslate();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    try {
      await send();
    } catch (error) {
      const { message } = error as Error;
      setProblem(translate(message, { _: message }));
    } finally {
      setBusy(false);
    }
  };
  return { onSubmit, busy, problem };
};
