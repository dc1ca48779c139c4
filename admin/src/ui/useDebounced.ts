import { useEffect, useState } from 'react';

/** The value as it was when it last stood still for so long: nothing is asked at every key. */
export const useDebounced = <T,>(value: T, delayMs = 300): T => {
  const [still, setStill] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setStill(value), delayMs);
    return () => clearTimeout(timer);
  }, [value, delayMs]);
  return still;
};
