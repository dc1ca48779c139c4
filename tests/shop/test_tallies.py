"""A tally is what counting would give, whoever wrote, and in the same transaction."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import delete, insert, text, update
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.orm import Session

from models import Client, Product, Shop, begin, begin_for, engine
from models.tally import PARTS, TALLIES
from shop import tallies
from tests.people import DEVELOPMENT, STRANGERS, make_shop
from tests.shopfloor import make_order, make_product


def told_by_part(session: Session, shop: Shop) -> dict[str, int]:
    of_all = tallies.by_part(session, shop.id, *PARTS)
    return {f"{name}: {part}": count for name, parts in of_all.items() for part, count in parts.items()}


def told(session: Session, shop: Shop) -> dict[str, int]:
    session.flush()
    return {name: tallies.total(session, shop.id, name) for name in TALLIES} | told_by_part(session, shop)


def counted(session: Session, shop: Shop) -> dict[str, int]:
    counts = {}
    for name, (table, which) in TALLIES.items():
        query = text(f'SELECT count(*) FROM "{table}" WHERE shop_id = :shop AND {which}')
        counts[name] = session.scalar(query, {"shop": shop.id})
    for name, (table, which, parts) in PARTS.items():
        of_each = f'SELECT part, count(*) FROM "{table}", LATERAL {parts} AS of_it (part)'
        found = session.execute(
            text(f"{of_each} WHERE shop_id = :shop AND {which} GROUP BY part"), {"shop": shop.id}
        )
        counts |= {f"{name}: {part}": count for part, count in found}
    return counts


@pytest.fixture
def stranger(session: Session) -> Shop:
    return make_shop(session, STRANGERS)


def test_rows_come_change_and_go(session: Session, shop: Shop, stranger: Shop) -> None:
    order, product = make_order(session, shop), make_product(session, shop, colors=["red", "pink"])
    make_product(session, shop, enabled=False, tags=["a"])
    make_product(session, stranger)
    steps: list[tuple[Any, dict[str, Any]]] = [
        (product, {"enabled": False}),
        (product, {"enabled": False, "price": 7}),
        (product, {"enabled": True}),
        (product, {"colors": ["pink", "white"], "type": "gifts"}),
        (product, {"colors": [], "tags": ["a", "b"], "cities": ["almaty"]}),
        (product, {"deleted_at": shop.created_at, "enabled": False}),
        (order, {"status": "paid"}),
        (order, {"deleted_at": shop.created_at}),
        (order, {"deleted_at": None}),
    ]
    assert told(session, shop) == {
        "orders": 1,
        "orders by status: new": 1,
        "products": 2,
        "products on sale": 1,
        "products on sale by type: catalog": 1,
        "products on sale by colors: pink": 1,
        "products on sale by colors: red": 1,
        "clients": 0,
    }
    for row, changes in steps:
        for name, value in changes.items():
            setattr(row, name, value)
        assert told(session, shop) == counted(session, shop)
    session.delete(order)
    assert told(session, shop) == counted(session, shop)
    assert told(session, shop)["orders"] == 0
    assert told(session, stranger) == counted(session, stranger)


@pytest.mark.parametrize("words", ["colors", "occasions", "cities", "tags"])
def test_a_word_that_a_row_has_twice_counts_once(session: Session, shop: Shop, words: str) -> None:
    name = f"products on sale by {words}"
    given: dict[str, Any] = {words: ["a", "a", "b"]}
    product = make_product(session, shop, **given)
    assert tallies.by_part(session, shop.id, name) == {name: {"a": 1, "b": 1}}
    for now, left in ((["b", "b"], {"b": 1}), (["b"], {"b": 1}), ([], {}), (["a", "a"], {"a": 1})):
        setattr(product, words, now)
        session.flush()
        assert tallies.by_part(session, shop.id, name) == {name: left}
    session.delete(product)
    session.flush()
    assert tallies.by_part(session, shop.id, name) == {name: {}}


def test_statements_over_many_rows(session: Session, shop: Shop, stranger: Shop) -> None:
    phones = [{"shop_id": place.id, "phone": f"+7700000{n:04d}"} for n in range(50) for place in (shop, stranger)]
    session.execute(insert(Client), phones)
    for _ in range(6):
        make_product(session, shop)
    session.execute(update(Product).values(enabled=False).where(Product.id % 2 == 0))
    session.execute(delete(Client).where(Client.id % 3 == 0))
    assert told(session, shop) == counted(session, shop)
    assert told(session, stranger) == counted(session, stranger)


def test_what_is_rolled_back_is_not_counted(session: Session, shop: Shop) -> None:
    nested = session.begin_nested()
    make_order(session, shop)
    nested.rollback()
    assert told(session, shop)["orders"] == 0


def test_an_emptied_table_counts_nothing(session: Session, shop: Shop) -> None:
    make_order(session, shop)
    session.execute(text('TRUNCATE "order" CASCADE'))
    assert told(session, shop)["orders"] == 0


def test_folding_changes_no_total(clean: None) -> None:
    with begin() as session:
        shop, stranger = make_shop(session, DEVELOPMENT), make_shop(session, STRANGERS)
        for place in (shop, shop, shop, stranger):
            make_order(session, place)
    tallies.fold(engine())
    with begin() as session:
        assert told(session, shop) == counted(session, shop)
        assert told(session, stranger) == counted(session, stranger)
        assert session.scalar(text("SELECT count(*) FROM tally WHERE name = 'orders'")) == 2


def test_many_writers_and_folders_at_once_lose_nothing(clean: None) -> None:
    with begin() as session:
        shop = make_shop(session, DEVELOPMENT)

    def work(number: int) -> int:
        if number % 4 == 0:
            tallies.fold(engine())
        with begin_for(DEVELOPMENT) as session:
            make_order(session, shop)
            return tallies.total(session, DEVELOPMENT, "orders")

    with ThreadPoolExecutor(8) as pool:
        assert max(pool.map(work, range(60))) <= 60
    with begin() as session:
        assert told(session, shop) == counted(session, shop) == {**counted(session, shop), "orders": 60}


def test_a_shop_reads_its_own_tallies_and_writes_none(clean: None) -> None:
    with begin() as session:
        for id in (DEVELOPMENT, STRANGERS):
            make_order(session, make_shop(session, id))
    with begin_for(DEVELOPMENT) as session:
        assert session.scalar(text("SELECT sum(rows) FROM tally")) == 2
        assert tallies.total(session, STRANGERS, "orders") == 0
    for forbidden in (
        "UPDATE tally SET rows = 9",
        "DELETE FROM tally",
        f"INSERT INTO tally (name, rows, shop_id) VALUES ('orders', 1, {DEVELOPMENT})",
    ):
        with pytest.raises(ProgrammingError, match="permission denied"), begin_for(DEVELOPMENT) as session:
            session.execute(text(forbidden))
