import { Alert } from '@mui/material';
import { useLocale, useTranslate } from 'ra-core';

import { formatMoment } from '../../ui/Moment';
import { nameOf, useColleagues } from '../../ui/useColleagues';
import { useZone } from '../../ui/useZone';
import type { Earlier } from './useSaving';

/** Somebody was first with an edit: who, when and what, and where both changed the same. */
export const EarlierEdit = ({ earlier: { fields, both, by } }: { earlier: Earlier }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const zone = useZone();
  const team = useColleagues();
  const names = (of: string[]) => of.map((field) => translate(`order.field.${field}`)).join(', ');
  const kind = by && translate(`order.actor.${by.actor}`);
  const who = by?.actor === 'user' ? (nameOf(team, by.actor_id) ?? kind) : kind;
  return (
    <Alert severity="warning" role="alert">
      {by && fields.length > 0
        ? translate('order.edit.first', { who, when: formatMoment(by.at, locale, zone), fields: names(fields) })
        : translate('order.edit.first_unknown')}{' '}
      {both.length > 0 && translate('order.edit.both', { fields: names(both) })}
    </Alert>
  );
};
