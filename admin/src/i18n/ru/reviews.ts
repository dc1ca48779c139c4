export const reviews = {
  menu: 'Отзывы',
  resources: {
    reviews: {
      name: 'Отзыв |||| Отзывы',
      fields: {
        author_name: 'Автор',
        rating: 'Оценка',
        text: 'Текст',
        status: 'Состояние',
        created_at: 'Получен',
      },
    },
  },
  status: {
    pending: 'Ждёт проверки',
    published: 'Опубликован',
    hidden: 'Скрыт',
  },
  empty: { title: 'Здесь пока пусто', hint: 'Записи появятся, когда будет что показать.' },
};
