import { conflicts } from './conflicts';
import { outbox, events } from './queues';
import { overview, trouble } from './overview';
import { resources } from './resources';
import { reason, runs } from './runs';
import { job, schedule } from './schedule';
import { code, field } from './words';

export const sync = {
  menu: {
    overview: 'Обзор',
    events: 'События',
    outbox: 'Исходящие',
    conflicts: 'Конфликты',
    runs: 'Сверки',
    schedule: 'Расписание',
  },
  alarm: {
    open: 'Обзор синхронизации',
    fine: 'Обе стороны согласны',
    unsure: 'Красного нет, но согласие не подтверждено',
  },
  entity: {
    order: 'Заказ %{id}',
    product: 'Товар %{id}',
    new_order: 'Новый заказ',
    not_here: 'у нас такого нет',
  },
  conflicts,
  outbox,
  events,
  overview,
  trouble,
  resources,
  reason,
  runs,
  job,
  schedule,
  code,
  field,
};
