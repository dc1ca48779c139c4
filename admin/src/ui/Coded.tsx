import { useFieldValue, useTranslate, type UseFieldValueOptions } from 'ra-core';

/** A value out of a fixed few, told by the texts below a key: `<Coded source="status" of="orders.status" />`. */
export const Coded = ({ of, ...props }: UseFieldValueOptions & { of: string; label?: string }) => {
  const translate = useTranslate();
  const value = useFieldValue(props);
  return value === null || value === undefined ? null : <>{translate(`${of}.${value}`, { _: String(value) })}</>;
};
