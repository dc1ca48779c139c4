import { ThemeProvider, type Theme } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useCallback, type ReactNode } from 'react';

/** What MUI says by itself is in the language of the page; the theme knows none but the first. */
export const Spoken = ({ children }: { children: ReactNode }) => {
  const label = useTranslate()('ra.page.loading');
  const theme = useCallback(
    (outer: Theme): Theme => ({
      ...outer,
      components: { ...outer.components, MuiCircularProgress: { defaultProps: { 'aria-label': label } } },
    }),
    [label],
  );
  return <ThemeProvider theme={theme}>{children}</ThemeProvider>;
};
