import { expect, it } from 'vitest';

import { mapLink, phoneSaid } from './links';

it('looks an address up in the city of the shop', () => {
  expect(decodeURIComponent(mapLink('Абая 1', 'Алматы'))).toContain('/Алматы, Абая 1');
  expect(decodeURIComponent(mapLink('Алматы, Абая 1', 'Алматы'))).toContain('/Алматы, Абая 1');
});

it('says a phone in groups, and anything else as it is', () => {
  expect(phoneSaid('+77000000002')).toBe('+7 (700) 000-00-02');
  expect(phoneSaid('112')).toBe('112');
});
