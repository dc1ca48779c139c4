import { useLocale } from 'ra-core';

import { formatAhead, formatDistance, formatSpan } from './spans';
import { Moment } from './Moment';

/** How long, in seconds. */
export const Span = ({ value }: { value: number }) => {
  const locale = useLocale();
  return <span style={{ whiteSpace: 'nowrap' }}>{formatSpan(value, locale)}</span>;
};

/** A moment that is to come, and in how long. */
export const Ahead = ({ value }: { value: string }) => {
  const locale = useLocale();
  return (
    <>
      <Moment value={value} /> ({formatAhead(value, locale)})
    </>
  );
};

/** A moment, and how far from now it is. */
export const Distance = ({ value }: { value: string }) => {
  const locale = useLocale();
  return (
    <>
      <Moment value={value} /> ({formatDistance(value, locale)})
    </>
  );
};
