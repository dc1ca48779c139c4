import { DateInput } from 'react-admin';

import { dateIn, startOfDay } from '../ui/day';
import { useZone } from '../ui/useZone';

/** A day of the shop's calendar; the API is asked from the moment it begins. */
export const SinceInput = ({ source }: { source: string; alwaysOn?: boolean }) => {
  const zone = useZone();
  return (
    <DateInput
      source={source}
      parse={(day: string) => startOfDay(day, zone) ?? null}
      format={(moment?: string | null) => (moment ? dateIn(zone, new Date(moment)) : '')}
    />
  );
};
