import { useTranslate } from 'ra-core';

import type { Schemas } from '../api/types';
import { Tinted, type Hues } from './Tinted';

type Status = Schemas['Order']['status'];

const HUES: Record<Status, Hues> = {
  new: ['#1557b0', '#9cc3ff'],
  paid: ['#00635a', '#7fd8cb'],
  accepted: ['#6b2a8f', '#dcaef2'],
  assembled: ['#8a4600', '#ffc58a'],
  in_delivery: ['#0b5a75', '#8fd6f0'],
  delivered: ['#22662a', '#9bdc9f'],
  cancelled: ['#575c63', '#bfc4cb'],
};

/** Where an order stands, in its colour. */
export const StatusChip = ({ status }: { status: Status }) => {
  const translate = useTranslate();
  return <Tinted hues={HUES[status]}>{translate(`orders.status.${status}`)}</Tinted>;
};
