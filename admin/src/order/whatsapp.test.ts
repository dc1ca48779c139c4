import { describe, expect, it } from 'vitest';

import { toCustomer, toRecipient } from './whatsapp';

const order = {
  number: '#00007',
  status: 'assembled',
  total: 1_140_000,
  customer_name: 'Алия',
  recipient_name: 'Сауле',
  delivery_type: 'scheduled',
  delivery_date: '2026-11-26',
  delivery_time: '11:00-13:00',
  delivery_address: 'Абая 1',
  is_surprise: false,
} as const;
const shop = { name: 'Цветы на Абая' };
const plain = (text: string) => text.replace(/\s/g, ' ');

describe('what the customer reads', () => {
  it('is how far the order is, when it comes, what it costs and where to follow it', () => {
    expect(plain(toCustomer(order, shop, 'https://shop.example/track/1'))).toBe(
      'Здравствуйте, Алия! Это «Цветы на Абая»: собрали ваш заказ #00007. Доставка 26 ноября, 11:00-13:00.' +
        ' Сумма 11 400 ₸. Следить за заказом: https://shop.example/track/1',
    );
  });

  it('says nothing of a time that is over, and of no page where there is none', () => {
    const said = toCustomer({ ...order, status: 'delivered', customer_name: null }, shop, null);
    expect(said).toMatch(/^Здравствуйте! /);
    expect(said).not.toContain('Доставка');
    expect(said).not.toContain('Следить');
  });
});

describe('what the recipient reads', () => {
  it('is when and where, and neither the price nor who sends it', () => {
    const said = toRecipient(order, shop);
    expect(said).toContain('Адрес: Абая 1.');
    expect(said).not.toMatch(/Алия|Сумма/);
  });

  it('does not give a surprise away', () => {
    expect(toRecipient({ ...order, is_surprise: true }, shop)).not.toMatch(/цветы/);
  });

  it('names no address for who picks up', () => {
    const said = toRecipient({ ...order, delivery_type: 'pickup' }, shop);
    expect(said).toContain('Самовывоз 26 ноября');
    expect(said).not.toContain('Адрес');
  });
});
