import { expect, it } from 'vitest';

import { LARGEST_PICTURE, refusalOf } from './picture';

it.each([
  ['image/jpeg', LARGEST_PICTURE, undefined],
  ['image/webp', 1, undefined],
  ['image/jpeg', LARGEST_PICTURE + 1, 'app.upload.too_large'],
  ['image/heic', 1, 'app.upload.not_a_picture'],
  ['text/plain', 1, 'app.upload.not_a_picture'],
])('%s of %d bytes is refused for %s', (type, size, refusal) => expect(refusalOf({ type, size })).toBe(refusal));
