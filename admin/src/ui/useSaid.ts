import { useTranslate } from 'ra-core';
import { useCallback } from 'react';

import { fieldMessage } from '../api/fieldMessage';

interface Failure {
  message: string;
  body?: { all?: string[] };
}

/** What went wrong, in the words of staff: all that the server says of single fields, else its one sentence. */
export const useSaid = () => {
  const translate = useTranslate();
  return useCallback(
    (error: unknown): string => {
      const { message, body } = error as Failure;
      const sentences = body?.all?.length ? [...new Set(body.all)] : [message];
      return sentences.map((sentence) => inWords(fieldMessage([sentence]), translate)).join(' · ');
    },
    [translate],
  );
};

const WITH_VALUES = '@@react-admin@@';

const inWords = (text: string, translate: ReturnType<typeof useTranslate>): string => {
  if (!text.startsWith(WITH_VALUES)) return translate(text, { _: text });
  const { message, args } = JSON.parse(text.slice(WITH_VALUES.length));
  return translate(message, { _: message, ...args });
};
