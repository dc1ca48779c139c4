import russian from 'ra-language-russian';

/** react-admin's own texts, with those that its Russian lacks. */
export const framework = {
  ...russian,
  ra: {
    ...russian.ra,
    guesser: { empty: { title: 'Нет данных', message: 'Показывать пока нечего' } },
  },
};
