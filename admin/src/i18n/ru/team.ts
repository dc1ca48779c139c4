export const team = {
  menu: 'Команда',
  resources: {
    team: {
      name: 'Сотрудник |||| Команда',
      fields: {
        name: 'Имя',
        phone: 'Телефон',
        role: 'Роль',
        is_active: 'Работает',
        created_at: 'С нами с',
      },
    },
    'team/invitations': {
      name: 'Приглашение |||| Приглашения',
      fields: {
      },
    },
  },
  role: {
    courier: 'Курьер',
    florist: 'Флорист',
    manager: 'Менеджер',
    director: 'Директор',
  },
  empty: { title: 'Здесь пока пусто', hint: 'Записи появятся, когда будет что показать.' },
};
