import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';

export type Tone = 'default' | 'info' | 'success' | 'warning' | 'error';

/** On white, and on the dark paper: each readable on a tint of itself. */
const HUES: Record<Tone, [light: string, dark: string]> = {
  default: ['#575c63', '#bfc4cb'],
  info: ['#1557b0', '#9cc3ff'],
  success: ['#22662a', '#9bdc9f'],
  warning: ['#8a4600', '#ffc58a'],
  error: ['#a3201a', '#ff9e96'],
};

const Tinted = styled('span', { shouldForwardProp: (prop) => prop !== 'tone' })<{ tone: Tone }>(({ theme, tone }) => {
  const hue = HUES[tone][theme.palette.mode === 'dark' ? 1 : 0];
  return {
    display: 'inline-block',
    padding: '1px 10px',
    borderRadius: 12,
    fontSize: '0.8125rem',
    fontWeight: 600,
    lineHeight: 1.7,
    whiteSpace: 'nowrap',
    color: hue,
    backgroundColor: `${hue}1f`,
  };
});

/** A word or two on a tint, readable in light and in dark. */
export const Mark = ({ tone = 'default', children }: { tone?: Tone; children: ReactNode }) => (
  <Tinted tone={tone}>{children}</Tinted>
);
