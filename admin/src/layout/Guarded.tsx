import type { ReactNode } from 'react';

import type { Right } from '../api/types';
import { useCan } from '../auth/useCan';
import { Denied } from './Denied';

export const Guarded = ({ right, children }: { right: Right; children: ReactNode }) =>
  useCan(right) ? children : <Denied />;
