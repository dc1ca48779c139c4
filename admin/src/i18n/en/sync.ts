import type { sync as Russian } from '../ru/sync';

export const sync: typeof Russian = {
  menu: {
    overview: 'Overview',
    events: 'Events',
    outbox: 'Outbox',
    conflicts: 'Conflicts',
    runs: 'Runs',
    schedule: 'Schedule',
  },
  resources: {
    'sync/events': {
      name: 'Event |||| Events',
      fields: {
        received_at: 'Received',
        entity: 'Entity',
        bitrix_id: 'Bitrix id',
        state: 'State',
        reason: 'Why',
        attempts: 'Attempts',
      },
    },
    'sync/outbox': {
      name: 'Debt |||| Outbox',
      fields: {
        wished_at: 'Since',
        kind: 'Kind',
        key: 'Key',
        state: 'State',
        reason: 'Why',
        attempts: 'Attempts',
        due_at: 'Next attempt',
      },
    },
    'sync/conflicts': {
      name: 'Conflict |||| Conflicts',
      fields: {
        at: 'When',
        kind: 'Kind',
        local_id: 'Our id',
        field: 'Field',
        state: 'State',
        winner: 'Winner',
      },
    },
    'sync/runs': {
      name: 'Run |||| Runs',
      fields: {
        id: 'Id',
        scope: 'Scope',
        phase: 'Phase',
        dry_run: 'Dry run',
        created_at: 'Started',
        finished_at: 'Finished',
      },
    },
    'sync/schedule': {
      name: 'Job |||| Schedule',
      fields: {
        name: 'Job',
        why: 'Why',
        enabled: 'Enabled',
        last_run_at: 'Last run',
        next_run_at: 'Next run',
      },
    },
  },
  empty: { title: 'Nothing here yet', hint: 'Rows appear as soon as there is something to show.' },
  agreed: 'Both sides agree since',
  not_agreed: 'The sides differ.',
  inbox: 'Inbox: waiting / dead',
  outbox: 'Outbox: waiting / dead',
  conflicts: 'Open conflicts',
};
