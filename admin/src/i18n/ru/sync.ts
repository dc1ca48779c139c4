export const sync = {
  menu: {
    overview: 'Обзор',
    events: 'События',
    outbox: 'Исходящие',
    conflicts: 'Конфликты',
    runs: 'Сверки',
    schedule: 'Расписание',
  },
  resources: {
    'sync/events': {
      name: 'Событие |||| События',
      fields: {
        received_at: 'Получено',
        entity: 'Что',
        bitrix_id: 'Номер в Битриксе',
        state: 'Состояние',
        reason: 'Почему',
        attempts: 'Попыток',
      },
    },
    'sync/outbox': {
      name: 'Долг |||| Исходящие',
      fields: {
        wished_at: 'С какого времени',
        kind: 'Что',
        key: 'Ключ',
        state: 'Состояние',
        reason: 'Почему',
        attempts: 'Попыток',
        due_at: 'Следующая попытка',
      },
    },
    'sync/conflicts': {
      name: 'Конфликт |||| Конфликты',
      fields: {
        at: 'Когда',
        kind: 'Что',
        local_id: 'Номер у нас',
        field: 'Поле',
        state: 'Состояние',
        winner: 'Чья сторона',
      },
    },
    'sync/runs': {
      name: 'Сверка |||| Сверки',
      fields: {
        id: 'Номер',
        scope: 'Что сверялось',
        phase: 'Состояние',
        dry_run: 'Пробная',
        created_at: 'Начата',
        finished_at: 'Закончена',
      },
    },
    'sync/schedule': {
      name: 'Задание |||| Расписание',
      fields: {
        name: 'Задание',
        why: 'Зачем',
        enabled: 'Включено',
        last_run_at: 'Было',
        next_run_at: 'Будет',
      },
    },
  },
  empty: { title: 'Здесь пока пусто', hint: 'Записи появятся, когда будет что показать.' },
  agreed: 'Обе стороны согласны с',
  not_agreed: 'Стороны расходятся.',
  inbox: 'Входящие: ждут / не удались',
  outbox: 'Исходящие: ждут / не удались',
  conflicts: 'Открытых конфликтов',
};
