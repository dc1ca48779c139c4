import { useTranslate } from 'ra-core';

/** A shared field in words. */
export const FieldName = ({ name }: { name: string | null }) => {
  const translate = useTranslate();
  return name === null ? '—' : translate(`sync.field.${name}`, { _: name });
};
