import { DateInput } from 'react-admin';

import { useZone } from '../ui/useZone';
import { dayOf, startOfDay } from './day';

/** A day of the shop's calendar; the API is asked from the moment it begins. */
export const SinceInput = ({ source }: { source: string; alwaysOn?: boolean }) => {
  const zone = useZone();
  return (
    <DateInput
      source={source}
      parse={(day: string) => startOfDay(day, zone) ?? null}
      format={(moment?: string | null) => (moment ? dayOf(moment, zone) : '')}
    />
  );
};
