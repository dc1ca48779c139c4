import { Confirm } from 'ra-ui-materialui';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { useBeforeUnload, useBlocker, type BlockerFunction } from 'react-router-dom';

import { session } from '../api/session';
import { unsaved } from '../ui/unsaved';

/** Nobody who is signed out can save any more; another filter of a list is the same page. */
const wouldLose: BlockerFunction = ({ currentLocation, nextLocation }) =>
  unsaved.any() && session.person() !== null && currentLocation.pathname !== nextLocation.pathname;

/** Asks before a page is left in whose forms something is not saved. */
export const AskBeforeLeaving = () => {
  const isUnsaved = useSyncExternalStore(unsaved.subscribe, unsaved.any);
  const blocker = useBlocker(wouldLose);
  const { state, proceed, reset } = blocker;
  useBeforeUnload(useCallback((event) => unsaved.any() && event.preventDefault(), []));
  useEffect(() => {
    // What was deleted while its form was half filled cannot be saved any more.
    if (state === 'blocked' && !isUnsaved) proceed();
  }, [state, isUnsaved, proceed]);
  return (
    <Confirm
      isOpen={state === 'blocked' && isUnsaved}
      title="app.unsaved.title"
      content="app.unsaved.hint"
      confirm="app.unsaved.leave"
      cancel="app.unsaved.stay"
      confirmColor="warning"
      onConfirm={() => proceed?.()}
      onClose={() => reset?.()}
    />
  );
};
