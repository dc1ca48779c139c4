"""Two shops with years of business, made by the database itself: seconds, not minutes."""

from psycopg2.extensions import cursor as Cursor

from dev.bench.api.sizes import Sizes
from shop.passwords import hash_password

SHOP, STRANGER = 17008, 8
DIRECTOR, PASSWORD = "+77000000001", "only-for-the-bench"
SHOPS = """
INSERT INTO shop (id, name, mirrors_bitrix, mirrored_since)
VALUES (%(shop)s, 'bench', true, now()), (%(stranger)s, 'stranger', false, NULL)
"""
PEOPLE = """INSERT INTO "user" (shop_id, name, phone, role, password_hash) VALUES (%s, %s, %s, %s, %s)"""
PRODUCTS = """
INSERT INTO product (shop_id, bitrix_id, name, price, type, description, image, enabled, tags, created_at)
SELECT %(shop)s, CASE WHEN %(mirrored)s THEN n END, (%(goods)s)[1 + n %% 7] || ' № ' || n, 300000 + n * 7 %% 900000,
    (ARRAY['flowers', 'sweets', 'fruits', 'gifts', 'vitrina', 'catalog'])[1 + n %% 6],
    'Свежие цветы из теплицы, в крафтовой бумаге', 'https://shop.example/upload/' || n || '.jpeg', n %% 10 > 0,
    '["розы"]', now() - n * interval '17 minutes'
FROM generate_series(1, %(products)s) n
"""
PICTURES = """
INSERT INTO product_image (product_id, url, position, is_primary)
SELECT id, image, 0, true FROM product WHERE shop_id = %(shop)s
"""
LINKS = """
INSERT INTO sync_link (shop_id, kind, bitrix_id, local_id, agreed_at)
SELECT shop_id, 'product', bitrix_id, id, now() FROM product WHERE shop_id = %(shop)s AND bitrix_id IS NOT NULL
"""
DEBTS = """
INSERT INTO outbox (shop_id, kind, key, state, reason)
SELECT shop_id, 'product', bitrix_id::text, 'settled', 'seeded' FROM product
WHERE shop_id = %(shop)s AND bitrix_id IS NOT NULL
"""
CLIENTS = """
INSERT INTO client (shop_id, phone, name, created_at)
SELECT %(shop)s, '+7700' || lpad(n::text, 7, '0'), (%(people)s)[1 + n %% 8] || ' ' || n,
    now() - n * interval '53 minutes'
FROM generate_series(1, %(clients)s) n
"""
# Nine of ten orders are over; a customer has five on average, some many and some one.
ORDERS = """
INSERT INTO "order" (shop_id, number, tracking_id, status, customer_name, customer_phone, recipient_name,
    recipient_phone, delivery_address, delivery_date, delivery_time, subtotal, delivery_cost, total, courier_id,
    created_at)
SELECT %(shop)s, '#' || lpad(n::text, greatest(5, length(n::text)), '0'), (%(first)s + n)::text,
    CASE WHEN n %% 10 > 0 THEN 'delivered'
         ELSE (ARRAY['new', 'paid', 'accepted', 'assembled', 'in_delivery', 'cancelled'])[1 + n / 10 %% 6] END,
    (%(people)s)[1 + customer %% 8] || ' ' || customer, '+7700' || lpad(customer::text, 7, '0'),
    (%(people)s)[1 + n %% 8], '+7701' || lpad((n %% 40000)::text, 7, '0'), 'улица Абая, дом ' || n %% 200,
    (now() - n * interval '11 minutes')::date, '14:00-16:00', 1000000, 150000, 1150000,
    CASE WHEN n %% 3 = 0 THEN %(courier)s END, now() - n * interval '11 minutes'
FROM (SELECT n, 1 + (n::bigint * n %% %(clients)s)::int AS customer FROM generate_series(1, %(orders)s) n) numbered
"""
LINES = """
INSERT INTO order_item (order_id, product_id, name, price, quantity, total)
SELECT o.id, p.id, p.name, p.price, 1, p.price
FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM "order" WHERE shop_id = %(shop)s) o
CROSS JOIN generate_series(0, 1) line
JOIN (SELECT id, name, price, row_number() OVER (ORDER BY id) - 1 AS n FROM product WHERE shop_id = %(shop)s) p
    ON p.n = (o.n * 7 + line * 13) %% %(products)s
"""
PARTS = (PRODUCTS, PICTURES, LINKS, DEBTS, CLIENTS, ORDERS, LINES)
GOODS = ["Розы", "Эустомы", "Пионы", "Тюльпаны", "Хризантемы", "Букет невесты", "Клубника в шоколаде"]
PEOPLE_CALLED = ["Алия", "Марат", "Сауле", "Ержан", "Дана", "Айгуль", "Тимур", "Жанна"]


def seed(cursor: Cursor, sizes: Sizes) -> None:
    cursor.execute(SHOPS, {"shop": SHOP, "stranger": STRANGER})
    cursor.execute(PEOPLE, [SHOP, "Айгуль", DIRECTOR, "director", hash_password(PASSWORD)])
    for shop, share, courier in ((SHOP, 1, "+77000000004"), (STRANGER, 5, "+77000000014")):
        cursor.execute(PEOPLE + " RETURNING id", [shop, "Ержан", courier, "courier", "!"])
        values = {
            "shop": shop,
            "mirrored": shop == SHOP,
            "courier": cursor.fetchone()[0],  # type: ignore[index]
            "first": 100_000_000 + shop * 10_000,
            "goods": GOODS,
            "people": PEOPLE_CALLED,
            **{name: getattr(sizes, name) // share for name in ("orders", "products", "clients")},
        }
        for part in PARTS:
            cursor.execute(part, values)
    cursor.execute("VACUUM ANALYZE")
