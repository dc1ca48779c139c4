import { Typography } from '@mui/material';
import { useLocale, useTranslate } from 'ra-core';

import { dayLong } from '../../ui/day';
import { formatMoney } from '../../ui/Money';
import { nameOf, type Member } from '../../ui/useColleagues';
import { linesSaid, type Change } from '../timeline';

/** One changed field, from what to what. */
export const Changed = ({ change: { field, from, to }, team }: { change: Change; team: Member[] | undefined }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const say = (value: string | null): string | null => (value === null ? null : valueSaid(field, value));
  const valueSaid = (of: string, value: string): string => {
    if (of === 'status') return translate(`orders.status.${value}`, { _: value });
    if (of === 'order' || of === 'reservation') return translate(`order.history.${of}.${value}`, { _: value });
    if (of === 'delivery_type' || of === 'payment_method') return translate(`order.${of}.${value}`, { _: value });
    if (of === 'responsible_id' || of === 'courier_id') return nameOf(team, Number(value)) ?? value;
    if (['total', 'subtotal', 'delivery_cost'].includes(of)) return formatMoney(Number(value), locale);
    if (of === 'delivery_date') return dayLong(value, locale);
    if (of === 'items') return linesSaid(value);
    if (of === 'photo_feedback') return translate(`order.photo.${value}`, { _: value });
    if (value === 'true' || value === 'false') return translate(`ra.boolean.${value}`);
    return value;
  };
  const name = translate(`order.field.${field}`, { _: field });
  const [before, after] = [say(from), say(to)];
  return <Typography sx={{ overflowWrap: 'anywhere' }}>{sentence(field, name, before, after, translate)}</Typography>;
};

const sentence = (
  field: string,
  name: string,
  from: string | null,
  to: string | null,
  translate: ReturnType<typeof useTranslate>,
): string => {
  if (field === 'order' || field === 'reservation') return to ?? name;
  if (field === 'photo') return translate(to === null ? 'order.history.photo_removed' : 'order.history.photo_added');
  if (field === 'problem_reason' && to === null) return translate('order.history.problem_solved');
  if (field === 'note' && to === null) return translate('order.history.note_removed', { text: from });
  if (from === null) return `${name}: ${to}`;
  return `${name}: ${from} → ${to ?? translate('order.history.nothing')}`;
};
