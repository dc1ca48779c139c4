"""One of so many drifts in every way there is: of 100 the one that ends with 01 in one way, with 02 in the next."""

from typing import Any

from psycopg2.extensions import cursor as Cursor

from dev.bench.reconcile.house import SHOP
from dev.simulator.control import Florist

GONE = {"delete": True}
THERE: dict[str, dict[str, dict[str, Any]]] = {
    "product": {
        "missing_there": GONE,
        "theirs_moved": {"price": "33 333 ₸"},
        "both_moved": {"price": "33 333 ₸"},
        "rejected": {"price": "договорная"},
        "gone_there": GONE,
    },
    "order": {
        "missing_there": GONE,
        "theirs_moved": {"deliveryAddress": "Абая 333"},
        "both_moved": {"deliveryAddress": "Абая 333"},
        "rejected": {"senderPhone": "нет"},
        "gone_there": GONE,
        "unknown_status": {"status": "ZZ"},
    },
}
KINDS = {
    "product": (
        "missing_here", "missing_there", "theirs_moved", "ours_moved", "both_moved", "no_base", "rejected",
        "gone_there",
    ),
    "order": (
        "missing_here", "missing_there", "theirs_moved", "by_hand", "both_moved", "no_base", "rejected",
        "gone_there", "status_ahead", "unknown_status",
    ),
}  # fmt: skip
HERE = {
    "product": """
DELETE FROM product WHERE bitrix_id %% %(every)s = %(missing_here)s;
DELETE FROM sync_link WHERE kind = 'product' AND bitrix_id %% %(every)s = %(missing_here)s;
UPDATE product SET price = 4444400, version = version + 1
WHERE bitrix_id %% %(every)s IN (%(ours_moved)s, %(both_moved)s, %(no_base)s);
UPDATE sync_link SET base = base - 'price' WHERE kind = 'product' AND bitrix_id %% %(every)s = %(no_base)s;
UPDATE sync_link SET state = 'gone_there' WHERE kind = 'product' AND bitrix_id %% %(every)s = %(gone_there)s;
INSERT INTO product (shop_id, name, price) SELECT {shop}, 'Розы', 500000 FROM generate_series(1, {share});
""",
    "order": """
DELETE FROM "order" WHERE bitrix_order_id %% %(every)s = %(missing_here)s;
DELETE FROM sync_link WHERE kind = 'order' AND bitrix_id %% %(every)s = %(missing_here)s;
UPDATE "order" SET delivery_address = 'Абая 444', version = version + 1
WHERE bitrix_order_id %% %(every)s IN (%(by_hand)s, %(both_moved)s, %(no_base)s);
UPDATE "order" SET status = CASE status WHEN 'paid' THEN 'accepted' ELSE 'paid' END, version = version + 1
WHERE bitrix_order_id %% %(every)s = %(status_ahead)s;
UPDATE sync_link SET base = base - 'address' WHERE kind = 'order' AND bitrix_id %% %(every)s = %(no_base)s;
UPDATE sync_link SET state = 'gone_there' WHERE kind = 'order' AND bitrix_id %% %(every)s = %(gone_there)s;
UPDATE sync_link SET rejected = '{{"status": "Unknown status: ZZ"}}'
WHERE kind = 'order' AND bitrix_id %% %(every)s = %(unknown_status)s;
WITH made AS (
    INSERT INTO "order" (shop_id, number, tracking_id, customer_phone, recipient_phone, delivery_type)
    SELECT {shop}, 'M' || n, 'M' || n, '+77000000001', '+77000000001', 'pickup' FROM generate_series(1, {share}) n
    RETURNING id)
INSERT INTO order_item (order_id, product_id, name, price, quantity, total)
SELECT made.id, p.id, p.name, p.price, 1, p.price
FROM made, (SELECT * FROM product WHERE bitrix_id %% %(every)s = 99 ORDER BY id LIMIT 1) p;
""",
}


def drift(florist: Florist, cursor: Cursor, entity: str, first: int, count: int, every: int) -> dict[str, int]:
    """Let one of `every` of the `count` rows from `first` on drift in each way; how many of each kind there are.

    Nobody is told. Of orders, and of products of ours alone, as many more are made here.
    """
    ends = {kind: number for number, kind in enumerate(KINDS[entity], start=1)}
    changes = [
        {entity: row_id, **change}
        for kind, change in THERE[entity].items()
        for row_id in range(first, first + count)
        if row_id % every == ends[kind]
    ]
    florist.bulk(changes, silent=True)
    share = count // every
    cursor.execute(HERE[entity].format(shop=SHOP, share=share), ends | {"every": every})
    expected = dict.fromkeys(KINDS[entity], share)
    return expected | ({"not_created": share} if entity == "order" else {})
