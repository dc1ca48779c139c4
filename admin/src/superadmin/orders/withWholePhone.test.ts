import { expect, it } from 'vitest';

import { withWholePhone } from './withWholePhone';

it('asks for a phone once it is whole', () => {
  expect(withWholePhone({ status: 'new', phone: '+7 700 000' })).toEqual({ status: 'new' });
  expect(withWholePhone({ phone: '8 (700) 000-00-02' })).toEqual({ phone: '8 (700) 000-00-02' });
  expect(withWholePhone({})).toEqual({});
});
