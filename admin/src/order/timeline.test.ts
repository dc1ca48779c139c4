import { describe, expect, it } from 'vitest';

import { entriesOf, linesSaid, type HistoryRow } from './timeline';

const row = (id: number, changes: Partial<HistoryRow> = {}): HistoryRow => ({
  id,
  at: '2026-11-25T10:00:00+05:00',
  actor: 'user',
  actor_id: 2,
  field: 'comment',
  old_value: null,
  new_value: 'text',
  forced: false,
  note: null,
  ...changes,
});

describe('the timeline', () => {
  it('tells what one actor changed at one moment as one entry, in the order it was made', () => {
    const [entry, ...others] = entriesOf([row(2, { field: 'delivery_time' }), row(1, { field: 'delivery_date' })]);
    expect(others).toEqual([]);
    expect(entry?.changes.map(({ field }) => field)).toEqual(['delivery_date', 'delivery_time']);
  });

  it('keeps apart what others did, and what was done at other moments', () => {
    const rows = [
      row(4, { at: '2026-11-25T11:00:00+05:00' }),
      row(3, { actor: 'bitrix', actor_id: null }),
      row(2, { actor_id: 3 }),
      row(1),
    ];
    expect(entriesOf(rows).map(({ id }) => id)).toEqual([4, 3, 2, 1]);
  });

  it('says a reason once, and that the site forced any of it', () => {
    const status = { field: 'status', old_value: 'new', new_value: 'delivered', forced: true, note: 'why' };
    const [entry] = entriesOf([row(2, { note: 'why' }), row(1, status)]);
    expect(entry).toMatchObject({ forced: true, notes: ['why'] });
  });
});

describe('the lines of an order in history', () => {
  it('are told by name and quantity where the site replaced them', () => {
    expect(linesSaid('[{"name": "Розы", "quantity": 2, "price": 100, "product_id": null}]')).toBe('Розы × 2');
  });

  it('are told as they are where one was added', () => {
    expect(linesSaid('Розы × 2')).toBe('Розы × 2');
  });
});
