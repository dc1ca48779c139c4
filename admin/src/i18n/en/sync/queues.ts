export const events = {
  show: 'Event %{id}',
  empty: 'No events',
  empty_hint: 'Every message of the site comes here. Change the filter, or wait.',
  payload: 'What the site sent',
  anonymised: 'Names and phones were taken out %{at}',
  replay: 'Replay',
  replay_hint: 'A replay is safe: it never applies anything older than what is there.',
  replayed: 'The event is being worked again',
  all: 'Replay all that match (%{count})',
  all_hint: 'To replay many at once choose a state.',
  all_title: 'Replay %{smart_count} event? |||| Replay %{smart_count} events?',
  all_content: 'All events that match the filter, the oldest first, at most 1000 at once. Nothing older than what is there is applied.',
  all_done: 'Replaying %{replayed}. Left: %{left}.',
  yes: 'yes',
  no: 'no',
};

export const outbox = {
  empty: 'Nothing',
  empty_hint: 'This is what must be brought to agreement with the site. There is nothing of the kind now.',
  attempts: 'Attempts: %{count}',
  working: 'being worked',
  in_doubt: 'The site may have it already: it is read first',
  retry: 'Retry',
  retried: 'Retrying',
};
