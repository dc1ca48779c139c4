import type { Resources } from '../data/resource';

export const syncResources = {
  'sync/events': {
    list: '/api/v1/sync/events',
    one: '/api/v1/sync/events/{id}',
    rights: { list: 'sync.list_events', show: 'sync.show_event' },
    shortRows: true,
  },
  'sync/outbox': {
    list: '/api/v1/sync/outbox',
    rights: { list: 'sync.list_outbox' },
  },
  'sync/conflicts': {
    list: '/api/v1/sync/conflicts',
    rights: { list: 'sync.list_conflicts' },
  },
  'sync/runs': {
    list: '/api/v1/sync/runs',
    one: '/api/v1/sync/runs/{id}',
    create: '/api/v1/sync/runs',
    rights: { list: 'sync.list_runs', show: 'sync.show_run', create: 'sync.ask_for_run' },
  },
  'sync/drift': {
    list: '/api/v1/sync/runs/{id}/drift',
    rights: { list: 'sync.list_drift' },
  },
  'sync/schedule': {
    list: '/api/v1/sync/schedule',
    update: { patch: '/api/v1/sync/schedule/{name}' },
    rights: { list: 'sync.schedule', edit: 'sync.edit_schedule' },
    key: 'name',
  },
} satisfies Resources;
