export const clients = {
  menu: 'Клиенты',
  resources: {
    clients: {
      name: 'Клиент |||| Клиенты',
      fields: {
        name: 'Имя',
        phone: 'Телефон',
        notes: 'Заметки',
        created_at: 'С нами с',
      },
    },
  },
  empty: { title: 'Здесь пока пусто', hint: 'Записи появятся, когда будет что показать.' },
};
