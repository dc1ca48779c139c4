import { useTranslate } from 'ra-core';

import { Colleague } from '../ui/Colleague';
import { Moment } from '../ui/Moment';
import { Money } from '../ui/Money';
import { CODED, kindOf, plain } from './readable';

const LONGEST = 300;

/** A value as people read it. */
export const Value = ({ field, value }: { field: string; value: unknown }) => {
  const translate = useTranslate();
  const kind = kindOf(field, value);
  switch (kind) {
    case 'money':
      return <Money value={value as number} />;
    case 'moment':
      return <Moment value={value as string} />;
    case 'person':
      return <Colleague id={value as number} />;
    case 'coded':
      return <>{translate(`${CODED[field]}.${value}`, { _: value })}</>;
    case 'nothing':
    case 'yes':
    case 'no':
      return <>{translate(`audit.value.${kind}`)}</>;
    case 'list':
      return <>{(value as unknown[]).map(plain).join(', ')}</>;
    default:
      return <>{shortened(plain(value))}</>;
  }
};

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
