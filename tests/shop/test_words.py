"""What is searched is what the rows say, whoever wrote them, and only of rows that are there."""

from typing import Any

import pytest
from sqlalchemy import delete, insert, text, update
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.orm import Session

from models import Order, OrderWords, Product, ProductWords, Shop, begin, begin_for
from tests.people import DEVELOPMENT, make_shop
from tests.shopfloor import make_order, make_product

ORDERS = text(
    """
SELECT id, shop_id, created_at, as_searched(concat_ws(chr(10), number, tracking_id, coalesce(customer_name, ''),
    coalesce(recipient_name, ''))) FROM "order" WHERE deleted_at IS NULL ORDER BY id
"""
)
PRODUCTS = text(
    """
SELECT id, shop_id, created_at, enabled, as_searched(concat_ws(chr(10), name, coalesce(description, '')))
FROM product WHERE deleted_at IS NULL ORDER BY id
"""
)
SAYS = "SELECT id FROM order_words WHERE said LIKE (SELECT as_searched(:words))"
KEPT = text("SELECT id, shop_id, created_at, said FROM order_words ORDER BY id")
KEPT_OF_PRODUCTS = text("SELECT id, shop_id, created_at, enabled, said FROM product_words ORDER BY id")


def kept(session: Session) -> list[Any]:
    session.flush()
    found = [session.execute(statement).all() for statement in (KEPT, KEPT_OF_PRODUCTS)]
    assert found == [session.execute(statement).all() for statement in (ORDERS, PRODUCTS)]
    return [row.said for rows in found for row in rows]


def test_words_come_change_and_go(session: Session, shop: Shop) -> None:
    order = make_order(session, shop, number="#1", tracking_id="123456789", customer_name="Алия")
    product = make_product(session, shop, name="Розы", description=None)
    assert kept(session) == ["#1\n123456789\nалия\n", "розы\n"]
    steps: list[tuple[Any, dict[str, Any]]] = [
        (order, {"recipient_name": "Сауле"}),
        (order, {"status": "paid"}),
        (order, {"created_at": shop.created_at}),
        (order, {"customer_name": None, "deleted_at": shop.created_at}),
        (order, {"customer_name": "Дана"}),
        (order, {"deleted_at": None}),
        (product, {"enabled": False}),
        (product, {"description": "Свежие"}),
        (product, {"deleted_at": shop.created_at}),
    ]
    for row, change in steps:
        for name, value in change.items():
            setattr(row, name, value)
        kept(session)
    assert kept(session) == ["#1\n123456789\nдана\nсауле"]
    session.delete(order)
    assert kept(session) == []


def test_statements_over_many_rows(session: Session, shop: Shop) -> None:
    rows = [{"shop_id": shop.id, "name": f"Розы {n}", "price": n, "enabled": n % 2 == 0} for n in range(50)]
    session.execute(insert(Product), rows)
    assert len(kept(session)) == 50
    session.execute(update(Product).where(Product.price < 20).values(enabled=False, description="Увяли"))
    session.execute(update(Product).where(Product.price > 40).values(deleted_at=shop.created_at))
    assert len(kept(session)) == 41
    session.execute(delete(Product))
    session.execute(delete(Order))
    assert kept(session) == []


def test_the_index_knows_which_words_stand_beside_each_other(session: Session, shop: Shop) -> None:
    make_order(session, shop, customer_name="Сауле 3", recipient_name="Марат")
    for n in range(20):
        make_order(session, shop, customer_name=f"Сауле 2{n}", recipient_name="Марат 3")
    session.execute(text("SET LOCAL enable_seqscan = off"))
    explained = text(f"EXPLAIN (ANALYZE, FORMAT JSON) {SAYS}")
    (plan,) = session.execute(explained, {"words": "%сауле 3%"}).scalar_one()
    assert (plan["Plan"]["Node Type"], plan["Plan"]["Actual Rows"]) == ("Bitmap Heap Scan", 1)
    assert plan["Plan"]["Rows Removed by Index Recheck"] == 0


@pytest.mark.parametrize("words", [OrderWords, ProductWords])
def test_a_shop_writes_no_words_but_through_its_rows(clean: None, words: type[Any]) -> None:
    with begin() as session:
        shop = make_shop(session, DEVELOPMENT)
    with begin_for(shop.id) as session:
        make_order(session, shop)
        make_product(session, shop)
    with begin() as session:
        assert len(kept(session)) == 2
    with begin_for(shop.id) as session, pytest.raises(ProgrammingError, match="permission denied"):
        session.execute(delete(words))
