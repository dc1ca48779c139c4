import russian from 'ra-language-russian';

/** react-admin's own texts, with those that its Russian lacks. */
export const framework = {
  ...russian,
  ra: {
    ...russian.ra,
    page: {
      ...russian.ra.page,
      create: 'Новая запись: %{name}',
      edit: '%{name} «%{recordRepresentation}»',
      show: '%{name} «%{recordRepresentation}»',
    },
    guesser: { empty: { title: 'Нет данных', message: 'Показывать пока нечего' } },
  },
};
