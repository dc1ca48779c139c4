import { useSyncExternalStore } from 'react';

import { session } from '../api/session';
import type { Person, Right } from '../api/types';

export const usePerson = (): Person | null => useSyncExternalStore(session.subscribe, session.person);

/** Whether the person may call the endpoint: what they may not do is not offered to them. */
export const useCan = (right: Right): boolean => usePerson()?.rights.includes(right) ?? false;
