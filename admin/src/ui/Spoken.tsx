import { createTheme, ThemeProvider, type Theme } from '@mui/material';
import { enUS, ruRU } from '@mui/material/locale';
import { useLocale, useTranslate } from 'ra-core';
import { useCallback, type ReactNode } from 'react';

/** What MUI says by itself, to screen readers most of all, is in the language of the page. */
export const Spoken = ({ children }: { children: ReactNode }) => {
  const words = useLocale() === 'ru' ? ruRU : enUS;
  const label = useTranslate()('ra.page.loading');
  const theme = useCallback(
    (outer: Theme) => createTheme(outer, words, { components: { MuiCircularProgress: { defaultProps: { 'aria-label': label } } } }),
    [words, label],
  );
  return <ThemeProvider theme={theme}>{children}</ThemeProvider>;
};
