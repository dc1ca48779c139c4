export const content = {
  menu: 'Вопросы и страницы',
  resources: {
    faqs: {
      name: 'Вопрос |||| Вопросы',
      fields: {
        question: 'Вопрос',
        answer: 'Ответ',
        position: 'Место',
      },
    },
  },
  empty: { title: 'Здесь пока пусто', hint: 'Записи появятся, когда будет что показать.' },
};
