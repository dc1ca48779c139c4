import polyglotI18nProvider from 'ra-i18n-polyglot';

import { russian } from './ru';

export const LOCALES = [
  { locale: 'ru', name: 'Русский' },
  { locale: 'en', name: 'English' },
];

/** Russian comes with the shell, English when somebody asks for it. */
export const i18nProvider = polyglotI18nProvider(
  (locale) => (locale === 'en' ? import('./en').then(({ english }) => english) : russian),
  'ru',
  LOCALES,
);
