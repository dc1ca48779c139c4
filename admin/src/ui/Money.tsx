import { useFieldValue, useLocale, type UseFieldValueOptions } from 'ra-core';

const MINOR_UNITS = 100;

export const formatMoney = (minor: number, locale: string): string =>
  new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'KZT',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: minor % MINOR_UNITS ? 2 : 0,
    maximumFractionDigits: 2,
  }).format(minor / MINOR_UNITS);

/** An amount of minor units. */
export const Money = ({ value }: { value: number | null | undefined }) => {
  const locale = useLocale();
  if (value === null || value === undefined) return null;
  return <span style={{ whiteSpace: 'nowrap' }}>{formatMoney(value, locale)}</span>;
};

/** The same as a field of a record. */
export const MoneyField = (props: UseFieldValueOptions & { label?: string; textAlign?: 'right' | 'left' }) => (
  <Money value={useFieldValue(props)} />
);
