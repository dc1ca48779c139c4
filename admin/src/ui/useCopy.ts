import { useNotify } from 'ra-core';
import { useState } from 'react';

/** Copies a text and says so. By plain HTTP browsers do not let us, then it is said that it is to be done by hand. */
export const useCopy = (text: string) => {
  const notify = useNotify();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      notify('app.copied', { type: 'success' });
    } catch {
      notify('app.copy_by_hand', { type: 'warning' });
    }
  };
  return { copied, copy: () => void copy() };
};
