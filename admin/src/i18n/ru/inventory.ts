export const inventory = {
  menu: 'Инвентаризация',
  resources: {
    inventory: {
      name: 'Инвентаризация |||| Инвентаризации',
      fields: {
        id: 'Номер',
        status: 'Состояние',
        lines: 'Позиций',
        surplus: 'Излишек',
        missing: 'Недостача',
        comment: 'Комментарий',
        created_at: 'Создана',
      },
    },
  },
  status: {
    pending: 'Не проведена',
    applied: 'Проведена',
  },
  empty: { title: 'Здесь пока пусто', hint: 'Записи появятся, когда будет что показать.' },
};
