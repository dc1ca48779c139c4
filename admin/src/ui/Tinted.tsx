import { styled } from '@mui/material/styles';

/** On white, and on the dark paper: each readable on a tint of itself. */
export type Hues = [light: string, dark: string];

export const Tinted = styled('span', { shouldForwardProp: (prop) => prop !== 'hues' })<{ hues: Hues }>(({ theme, hues }) => {
  const hue = hues[theme.palette.mode === 'dark' ? 1 : 0];
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
