import { describe, expect, it } from 'vitest';

import { toQuery } from './query';

const TODAY = '2026-12-31';

describe('the query of a filter', () => {
  it('is empty where nothing is asked', () => {
    expect(toQuery({}, TODAY)).toEqual({});
    expect(toQuery({ search: '  ', assigned_to_me: false }, TODAY)).toEqual({});
  });

  it('has today and tomorrow as dates', () => {
    expect(toQuery({ delivery: 'today' }, TODAY)).toEqual({ delivery_from: TODAY, delivery_to: TODAY });
    expect(toQuery({ delivery: 'tomorrow' }, TODAY)).toEqual({ delivery_from: '2027-01-01', delivery_to: '2027-01-01' });
  });

  it('takes the named day before a range', () => {
    const filter = { delivery: 'today', delivery_from: '2026-01-01', delivery_to: '2026-02-01' } as const;
    expect(toQuery(filter, TODAY)).toEqual({ delivery_from: TODAY, delivery_to: TODAY });
  });

  it('hands on what the API calls the same', () => {
    const same = { status: 'new', type: 'pickup', responsible: 2, courier: 3, problem: true } as const;
    expect(toQuery(same, TODAY)).toEqual(same);
    expect(toQuery({ assigned_to_me: true, problem: false }, TODAY)).toEqual({ assigned_to_me: true, problem: false });
  });

  it.each(['+7 700', '+7 (700) 000-00-01', '87000000001', '7000000001', '000-00-01'])('takes %s for a phone', (phone) => {
    expect(toQuery({ search: phone }, TODAY)).toEqual({ phone });
  });

  it.each(['#00012', '00012', '123901', '123456789', 'Алия', 'Абая 1'])('searches for %s', (search) => {
    expect(toQuery({ search }, TODAY)).toEqual({ search });
  });
});
