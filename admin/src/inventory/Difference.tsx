import { useTranslate } from 'ra-core';

import { Mark } from '../ui/Mark';
import { toneOf } from './toneOf';

/** What is missing, what is too much, or that it is right. */
export const Difference = ({ value }: { value: number }) => {
  const translate = useTranslate();
  const key = value === 0 ? 'inventory.right' : value > 0 ? 'inventory.surplus' : 'inventory.missing';
  return <Mark tone={toneOf(value)}>{translate(key, { smart_count: Math.abs(value) })}</Mark>;
};
