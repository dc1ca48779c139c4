import type { Schemas } from '../api/types';

export type HistoryRow = Schemas['History'];

export interface Change {
  id: number;
  field: string;
  from: string | null;
  to: string | null;
}

/** What one actor changed at one moment: an edit of five fields is five rows of history and one entry here. */
export interface Entry {
  id: number;
  at: string;
  actor: string;
  actorId: number | null;
  forced: boolean;
  notes: string[];
  changes: Change[];
}

/** The rows come newest first and stay so; within one entry the changes are in the order they were made. */
export const entriesOf = (rows: HistoryRow[]): Entry[] => {
  const entries: Entry[] = [];
  for (const row of rows) {
    const last = entries.at(-1);
    if (last && isOfOneMoment(last, row)) add(last, row);
    else entries.push(entryOf(row));
  }
  return entries;
};

const isOfOneMoment = (entry: Entry, row: HistoryRow): boolean =>
  entry.at === row.at && entry.actor === row.actor && entry.actorId === row.actor_id;

const entryOf = (row: HistoryRow): Entry => ({
  id: row.id,
  at: row.at,
  actor: row.actor,
  actorId: row.actor_id,
  forced: row.forced,
  notes: row.note ? [row.note] : [],
  changes: [changeOf(row)],
});

const add = (entry: Entry, row: HistoryRow): void => {
  entry.changes.unshift(changeOf(row));
  entry.forced ||= row.forced;
  if (row.note && !entry.notes.includes(row.note)) entry.notes.unshift(row.note);
};

const changeOf = ({ id, field, old_value, new_value }: HistoryRow): Change => ({
  id,
  field,
  from: old_value,
  to: new_value,
});

interface Line {
  name: string;
  quantity: number;
}

/** The lines of an order as history keeps them: JSON after an edit of the site's, words after an addition here. */
export const linesSaid = (value: string): string => {
  try {
    const lines: unknown = JSON.parse(value);
    if (Array.isArray(lines)) return (lines as Line[]).map(({ name, quantity }) => `${name} × ${quantity}`).join(', ');
  } catch {
    return value;
  }
  return value;
};
