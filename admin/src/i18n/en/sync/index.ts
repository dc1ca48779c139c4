import type { sync as Russian } from '../../ru/sync';
import { conflicts } from './conflicts';
import { overview, trouble } from './overview';
import { events, outbox } from './queues';
import { resources } from './resources';
import { reason, runs } from './runs';
import { job, schedule } from './schedule';
import { code, field } from './words';

export const sync: typeof Russian = {
  menu: {
    overview: 'Overview',
    events: 'Events',
    outbox: 'Outbox',
    conflicts: 'Conflicts',
    runs: 'Runs',
    schedule: 'Schedule',
  },
  alarm: {
    open: 'Sync overview',
    fine: 'Both sides agree',
    unsure: 'Nothing is red, but agreement is not confirmed',
  },
  entity: {
    order: 'Order %{id}',
    product: 'Product %{id}',
    new_order: 'New order',
    not_here: 'we have none',
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
