import { useLocale } from 'ra-core';

import { formatDistance, formatSpan } from './spans';
import { Moment } from './Moment';

/** How long, in seconds. */
export const Span = ({ value }: { value: number }) => {
  const locale = useLocale();
  return <span style={{ whiteSpace: 'nowrap' }}>{formatSpan(value, locale)}</span>;
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
