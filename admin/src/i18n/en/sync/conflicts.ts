export const conflicts = {
  empty: 'No conflicts',
  empty_hint: 'Fields that both sides changed come here. There are none now.',
  stands: 'in force',
  choose: 'Keep this one',
  seen: 'Only mark as resolved',
  title: 'Resolve the conflict?',
  us: 'Our value will be written to the site too.',
  site: 'The site’s value will stand on both sides.',
  nobody: 'The values stay as they are.',
  done: 'The conflict is resolved',
  resolved: 'Resolved %{at}: “%{winner}” won',
};
