import { expect, it } from 'vitest';

import { changesOf, kindOf, placeOf } from './readable';

it('tells prices as money, and other numbers as they are', () => {
  expect([kindOf('price', 495000), kindOf('version', 3), kindOf('owner_id', 7)]).toEqual(['money', 'text', 'person']);
});

it('knows nothing, yes, no, one of a fixed few, a moment and a list', () => {
  const told = [
    kindOf('image', null),
    kindOf('enabled', true),
    kindOf('enabled', false),
    kindOf('role', 'florist'),
    kindOf('deleted_at', '2026-11-25T03:40:16+00:00'),
    kindOf('tags', ['roses']),
    kindOf('tags', []),
  ];
  expect(told).toEqual(['nothing', 'yes', 'no', 'coded', 'moment', 'list', 'nothing']);
});

it('leaves out of a creation what was empty, but shows what a change has emptied', () => {
  const changes = { name: [null, 'Роза'], image: [null, null] };
  expect(changesOf({ action: 'created', changes }).map(({ field }) => field)).toEqual(['name']);
  expect(changesOf({ action: 'changed', changes: { image: ['x.jpg', null] } })).toEqual([
    { field: 'image', before: 'x.jpg', after: null },
  ]);
});

it('leads to the page of a row where there is one', () => {
  expect(placeOf({ entity: 'warehouse_item', entity_id: 3 })).toBe('/warehouse/3/show');
  expect(placeOf({ entity: 'product_recipe', entity_id: 3 })).toBeUndefined();
});
