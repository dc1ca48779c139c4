import type { ReactNode } from 'react';

import { Tinted, type Hues } from './Tinted';

export type Tone = 'default' | 'info' | 'success' | 'warning' | 'error';

const HUES: Record<Tone, Hues> = {
  default: ['#575c63', '#bfc4cb'],
  info: ['#1557b0', '#9cc3ff'],
  success: ['#22662a', '#9bdc9f'],
  warning: ['#8a4600', '#ffc58a'],
  error: ['#a3201a', '#ff9e96'],
};

/** A word or two on a tint, readable in light and in dark. */
export const Mark = ({ tone = 'default', children }: { tone?: Tone; children: ReactNode }) => (
  <Tinted hues={HUES[tone]}>{children}</Tinted>
);
