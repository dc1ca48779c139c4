import { HttpError } from 'ra-core';
import { expect, it } from 'vitest';

import { overtakenBy } from './overtaken';

it('names the colleague who was first', () => {
  const errors = { version: '@@react-admin@@{}', changed_by: 'Мирас' };
  expect(overtakenBy(new HttpError('Somebody else changed it meanwhile', 409, { errors }))).toEqual({ by: 'Мирас' });
});

it('takes other refusals for what they are', () => {
  expect(overtakenBy(new HttpError('The Bitrix site owns type', 409, { errors: { type: 'its' } }))).toBeUndefined();
  expect(overtakenBy(new HttpError('Some fields are wrong', 422, { errors: { version: 'no' } }))).toBeUndefined();
  expect(overtakenBy(new Error('offline'))).toBeUndefined();
});
