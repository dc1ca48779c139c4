import { beforeEach, expect, it } from 'vitest';

import { counted, drafts, isEmpty, NOTHING_YET } from './draft';

beforeEach(() => localStorage.clear());

it('is there again after a reload', () => {
  const draft = counted({ ...NOTHING_YET, comment: 'Перед 8 Марта' }, 3, { counted: 115, snapshot: 120 });
  drafts.write('draft', draft);
  expect(drafts.read('draft')).toEqual(draft);
  drafts.forget('draft');
  expect(isEmpty(drafts.read('draft'))).toBe(true);
});

it('begins anew where what is kept cannot be read', () => {
  for (const kept of ['{', '7', 'null', '{"comment":"","counts":{"3":{"counted":"many"}}}']) {
    localStorage.setItem('draft', kept);
    expect(drafts.read('draft')).toBe(NOTHING_YET);
  }
});

it('forgets the count of an item whose field was emptied', () => {
  const draft = counted(NOTHING_YET, 3, { counted: 1, snapshot: 2 });
  expect(counted(draft, 3, undefined)).toEqual(NOTHING_YET);
});
