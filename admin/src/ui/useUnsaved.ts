import { useEffect, useId } from 'react';

import { unsaved } from './unsaved';

/** Whoever leaves the page while something is typed and not saved is asked first. */
export const useUnsaved = (isUnsaved: boolean): void => {
  const id = useId();
  useEffect(() => {
    if (!isUnsaved) return undefined;
    unsaved.add(id);
    return () => unsaved.drop(id);
  }, [isUnsaved, id]);
};
