import { defaultDarkTheme, defaultLightTheme, type RaThemeOptions } from 'ra-ui-materialui';

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif';

/* react-admin makes a page as wide as the widest thing on it. Here what is too wide scrolls by itself. */
const card = (name: string) => ({ styleOverrides: { root: { [`& .${name}-card`]: { minWidth: 0 } } } });
const WITHIN_THE_WINDOW = {
  RaLayout: { styleOverrides: { root: { minWidth: 0, '& .RaLayout-content': { minWidth: 0 } } } },
  RaList: {
    styleOverrides: {
      root: { '& .RaList-main, & .RaList-content': { minWidth: 0 } },
    },
  },
  RaShow: card('RaShow'),
  RaEdit: card('RaEdit'),
  RaCreate: card('RaCreate'),
};

const ON_A_PHONE = '@media (max-width: 599.95px)';
/* Above a list its filters and its buttons stand in line, on the page's own ground. */
const LISTS = {
  RaCreateButton: { defaultProps: { variant: 'contained' } },
  RaTopToolbar: {
    styleOverrides: { root: { alignItems: 'center', '&&': { backgroundColor: 'transparent', [ON_A_PHONE]: { minHeight: 0 } } } },
  },
  RaListToolbar: { styleOverrides: { root: { '&&': { backgroundColor: 'transparent' } } } },
  RaFilterFormInput: { styleOverrides: { root: { [ON_A_PHONE]: { '& .RaFilterFormInput-spacer:last-child': { width: 0 } } } } },
  RaFilterForm: {
    styleOverrides: { root: { '& .MuiInputBase-hiddenLabel': { minHeight: 48 } } },
  },
};

const shared = (base: RaThemeOptions): RaThemeOptions => ({
  ...base,
  sidebar: { width: 232, closedWidth: 56 },
  shape: { borderRadius: 10 },
  typography: { fontFamily: FONT, h6: { fontWeight: 600 }, button: { textTransform: 'none', fontWeight: 600 } },
  components: {
    ...base.components,
    MuiAppBar: { styleOverrides: { colorSecondary: ({ theme }: Themed) => appBar(theme.palette) } },
    ...WITHIN_THE_WINDOW,
    ...LISTS,
    MuiFilledInput: { styleOverrides: { root: ({ theme }: Themed) => filled(theme.palette) } },
    RaToolbar: { styleOverrides: { root: ({ theme }: Themed) => belowTheForm(theme.palette) } },
    RaMenuItemLink: { styleOverrides: { root: ({ theme }: Themed) => menuItem(theme.palette) } },
    MuiCircularProgress: { defaultProps: { 'aria-label': 'Загрузка' } },
    MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { rounded: ({ theme }: Themed) => outlined(theme.palette) } },
  },
});

interface Themed {
  theme: { palette: Palette };
}
interface Palette {
  primary: { main: string };
  background: { paper: string };
  text: { primary: string };
  divider: string;
}
const appBar = ({ background, text, divider }: Palette) => ({
  backgroundColor: background.paper,
  color: text.primary,
  backgroundImage: 'none',
  boxShadow: 'none',
  [ON_A_PHONE]: { '& .MuiTypography-h6': { fontSize: '1.05rem' } },
  borderBottom: `1px solid ${divider}`,
});
const menuItem = ({ primary, text }: Palette) => ({
  fontSize: '0.9375rem',
  margin: '0 8px',
  padding: '6px 10px',
  borderRadius: 8,
  '&.RaMenuItemLink-active': {
    color: text.primary,
    fontWeight: 600,
    backgroundColor: `color-mix(in srgb, ${primary.main} 14%, transparent)`,
    '& svg': { color: primary.main },
  },
  '& .RaMenuItemLink-icon': { minWidth: 36 },
});
const filled = ({ text }: Palette) => {
  const tint = `color-mix(in srgb, ${text.primary} 5%, transparent)`;
  return { backgroundColor: tint, '&.Mui-disabled': { backgroundColor: tint } };
};
const belowTheForm = ({ background, divider }: Palette) => ({
  backgroundColor: background.paper,
  borderTop: `1px solid ${divider}`,
});
const outlined = ({ divider }: Palette) => ({ border: `1px solid ${divider}`, backgroundImage: 'none' });

export const lightTheme: RaThemeOptions = {
  ...shared(defaultLightTheme),
  palette: {
    mode: 'light',
    primary: { main: '#a02b63' },
    secondary: { main: '#2f6f53' },
    error: { main: '#c62828' },
    warning: { main: '#a65200' }, // those of the library are too pale for white on them, and on white
    info: { main: '#0270ab' },
    background: { default: '#faf7f8', paper: '#ffffff' },
  },
};

export const darkTheme: RaThemeOptions = {
  ...shared(defaultDarkTheme),
  palette: {
    mode: 'dark',
    primary: { main: '#f49ac1' },
    secondary: { main: '#8fd0b0' },
    error: { main: '#ff8a80' },
    background: { default: '#16121a', paper: '#201a25' },
  },
};
