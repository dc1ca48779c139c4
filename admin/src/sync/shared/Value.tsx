import { Box, Link } from '@mui/material';
import { useLocale, useTranslate } from 'ra-core';

import { Money, formatMoney } from '../../ui/Money';

/** A value of a shared field, as staff read it; what has no such form stands as it is. */
export const Value = ({ field, value }: { field: string | null; value: unknown }) => {
  const translate = useTranslate();
  if (value === null || value === undefined || value === '') {
    return <Box component="i" sx={{ color: 'text.secondary' }}>{translate('sync.field.empty')}</Box>;
  }
  if (typeof value === 'boolean') return translate(value ? 'sync.events.yes' : 'sync.events.no');
  if (field === 'price' && typeof value === 'number') return <Money value={value} />;
  if (field === 'image' && typeof value === 'string') return <Picture url={value} />;
  if (field === 'items' && Array.isArray(value)) return <Items lines={value as Line[]} />;
  if (field === 'status' && typeof value === 'string') return translate(`sync.code.site_status.${value}`, { _: value });
  const told = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return <span style={{ overflowWrap: 'anywhere' }}>{told}</span>;
};

type Line = [name: string, quantity: number, price: number];

const Items = ({ lines }: { lines: Line[] }) => {
  const translate = useTranslate();
  const locale = useLocale();
  return (
    <Box component="ul" sx={{ m: 0, pl: 2 }}>
      {lines.map(([name, quantity, price], index) => (
        <li key={index}>{translate('sync.field.item', { name, quantity, price: formatMoney(price, locale) })}</li>
      ))}
    </Box>
  );
};

const Picture = ({ url }: { url: string }) => (
  <Link href={url} target="_blank" rel="noreferrer" sx={{ display: 'inline-flex', gap: 1, alignItems: 'center' }}>
    <Box component="img" src={url} alt="" sx={{ width: 40, height: 40, objectFit: 'cover', borderRadius: 1 }} />
    <span style={{ overflowWrap: 'anywhere' }}>{url.split('/').pop()}</span>
  </Link>
);
