import { Alert, AlertTitle } from '@mui/material';
import { useLocale, useTranslate, type HttpError } from 'ra-core';

import type { Schemas } from '../api/types';
import { dayName } from '../ui/day';
import { duration } from './terms';

interface Props {
  /** A key of the texts: what the slot is, where there is one. */
  title: string;
  error: Error | null;
  answer: Pick<Schemas['Feasibility'], 'slot' | 'errors' | 'lead_minutes'> | undefined;
}

/** The slot that was found, or in the shop's own words why there is none. */
export const Verdict = ({ title, error, answer }: Props) => {
  const translate = useTranslate();
  const locale = useLocale();
  if (error) return <Refused reasons={reasonsOf(error as HttpError)} />;
  if (!answer) return null;
  const { slot, errors, lead_minutes } = answer;
  if (!slot) return <Refused reasons={Object.values(errors).flat()} />;
  return (
    <Alert severity="success" role="status" sx={{ mt: 1 }}>
      <AlertTitle sx={{ mb: 0 }}>
        {translate(title)}: {dayName(slot.date, locale)}, {slot.label}
      </AlertTitle>
      {translate('delivery.lead', duration(lead_minutes))}
    </Alert>
  );
};

const Refused = ({ reasons }: { reasons: string[] }) => {
  const translate = useTranslate();
  return (
    <Alert severity="warning" role="status" sx={{ mt: 1 }}>
      <AlertTitle sx={{ mb: 0 }}>{translate('delivery.impossible')}</AlertTitle>
      {reasons.map((reason) => (
        <div key={reason}>{translate(reason, { _: reason })}</div>
      ))}
    </Alert>
  );
};

/** What the server says of the fields tells more than that some are wrong. */
const reasonsOf = ({ message, body }: HttpError): string[] => {
  const reasons = Object.values((body?.errors ?? {}) as Record<string, unknown>).filter((said) => typeof said === 'string');
  return reasons.length > 0 ? (reasons as string[]) : [message];
};
