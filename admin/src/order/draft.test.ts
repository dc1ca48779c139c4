import { describe, expect, it } from 'vitest';

import { bodyOf, EMPTY, piecesOf, withProduct, type DraftLine } from './draft';

const line: DraftLine = { product_id: 7, name: 'Розы', price: 100, image: null, quantity: 1, special_requests: null };
const roses = { id: 7, name: 'Розы', price: 100, image: null };

describe('the body of a new order', () => {
  it('has only what the server does not know better: no names and no prices', () => {
    const { items } = bodyOf({ ...EMPTY, items: [{ ...line, special_requests: ' без лент ' }] });
    expect(items).toEqual([{ product_id: 7, quantity: 1, special_requests: 'без лент' }]);
  });

  it('says nothing where nothing was typed', () => {
    expect(bodyOf({ ...EMPTY, comment: '  ', phone: ' 8700 ' })).toMatchObject({ comment: null, phone: '8700' });
  });

  it('has the address of the way that was chosen', () => {
    const typed = { ...EMPTY, delivery_address: 'Абая 1', pickup_address: 'Толе би 2' };
    expect(bodyOf(typed)).toMatchObject({ delivery_address: 'Абая 1', pickup_address: null });
    expect(bodyOf({ ...typed, delivery_type: 'pickup' })).toMatchObject({ delivery_address: null, pickup_address: 'Толе би 2' });
  });
});

describe('the lines', () => {
  it('grow by one piece where the product is there already', () => {
    expect(withProduct([line], roses)).toEqual([{ ...line, quantity: 2 }]);
  });

  it('keep apart what is wished differently', () => {
    expect(withProduct([{ ...line, special_requests: 'без лент' }], roses)).toHaveLength(2);
  });

  it('are counted in pieces, at least one: an empty order is asked about as the smallest', () => {
    expect(piecesOf([])).toBe(1);
    expect(piecesOf([{ quantity: 2 }, { quantity: 3 }])).toBe(5);
  });
});
