import { useTranslate } from 'ra-core';
import { useCallback } from 'react';

type Said = string | { [field: string]: Said };
interface Failure {
  message: string;
  body?: { errors?: Said };
}

/** What went wrong, in the words of staff: what the server says of single fields, else its one sentence. */
export const useSaid = () => {
  const translate = useTranslate();
  return useCallback(
    (error: unknown): string => {
      const { message, body } = error as Failure;
      const fields = [...new Set(body?.errors ? leaves(body.errors) : [])];
      return (fields.length ? fields : [message]).map((text) => inWords(text, translate)).join(' · ');
    },
    [translate],
  );
};

const leaves = (said: Said): string[] => (typeof said === 'string' ? [said] : Object.values(said).flatMap(leaves));

const WITH_VALUES = '@@react-admin@@';

const inWords = (text: string, translate: ReturnType<typeof useTranslate>): string => {
  if (!text.startsWith(WITH_VALUES)) return translate(text, { _: text });
  const { message, args } = JSON.parse(text.slice(WITH_VALUES.length));
  return translate(message, { _: message, ...args });
};
