import { describe, expect, it } from 'vitest';

import { parseMoney, typedMoney } from './parseMoney';

describe('parseMoney', () => {
  it.each([
    ['4950', 495000],
    ['4 950,50', 495050],
    ['4\u00a0950.5', 495050],
    ['4950,', 495000],
    ['12 000 ₸', 1200000],
    ['990 тг', 99000],
    ['0', 0],
    ['19,99', 1999],
  ])('takes %j for %d minor units', (text, minor) => expect(parseMoney(text)).toBe(minor));

  it.each(['', '   ', '₸'])('takes %j for nothing', (text) => expect(parseMoney(text)).toBeNull());

  it.each(['-5', 'abc', '1,234', '1.2.3', '1e5', '12345678901'])('takes %j for no amount', (text) =>
    expect(parseMoney(text)).toBeNaN(),
  );
});

describe('typedMoney', () => {
  it.each([
    [495000, 'ru', '4950'],
    [495050, 'ru', '4950,50'],
    [5, 'en', '0.05'],
    [null, 'ru', ''],
  ])('shows %j in %s as %j', (minor, locale, text) => expect(typedMoney(minor, locale)).toBe(text));

  it('is read back as it was', () => {
    for (const minor of [0, 1, 99, 100, 495050]) expect(parseMoney(typedMoney(minor, 'ru'))).toBe(minor);
  });
});
