import { useMediaQuery, type Theme } from '@mui/material';

/** Whether there is only the width of a phone. */
export const useIsPhone = (): boolean => useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
