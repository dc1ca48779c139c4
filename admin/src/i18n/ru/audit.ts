export const audit = {
  menu: 'Журнал изменений',
  resources: {
    audit: {
      name: 'Запись |||| Журнал изменений',
      fields: {
        at: 'Когда',
        user_name: 'Кто',
        action: 'Что сделано',
        entity: 'Объект',
        entity_id: 'Номер',
      },
    },
  },
  action: {
    created: 'Создано',
    changed: 'Изменено',
    deleted: 'Удалено',
  },
  empty: { title: 'Здесь пока пусто', hint: 'Записи появятся, когда будет что показать.' },
};
