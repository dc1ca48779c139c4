import type { ReactNode } from 'react';

import type { Right } from '../api/types';
import { useCan } from './useCan';

export const Can = ({ do: right, children }: { do: Right; children: ReactNode }) => (useCan(right) ? children : null);
