"""Changes made here: locked in order, refused where the site owns the field, owed in the same transaction."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from models import Order, OrderHistory, Product, Shop, begin
from shop.actor import Actor
from shop.errors import Conflict, ForbiddenTransition
from sync.edits import (
    change_order_status,
    edit_product,
    lock_order,
    lock_product,
    place_order,
)
from sync.fields import SITE_ONLY
from sync.locks import lock_entity
from tests.drafts import draft
from tests.people import DEVELOPMENT, STRANGERS, make_shop
from tests.poll import until
from tests.queries import watched
from tests.shopfloor import make_link, make_order, make_product
from tests.sync import rows

WAITING = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'"
)

FREE = text(
    "SELECT count(*) = 0 FROM pg_locks WHERE locktype = 'advisory' AND granted AND ((classid::bigint << 32)"
    " | objid::bigint) = hashtextextended(:name, 0)"
)


@pytest.fixture
def roses(shop: Shop) -> Product:
    """A linked product of the mirrored shop."""
    with begin() as session:
        product = make_product(session, shop, type="catalog", width=30)
        make_link(session, product)
        return product


@pytest.fixture
def order(shop: Shop) -> Order:
    """A linked order of the mirrored shop."""
    with begin() as session:
        order = make_order(session, shop)
        make_link(session, order)
        return order


def edit(session: Session, shop: Shop, product: Product, **changes: Any) -> bool:
    locked = lock_product(session, shop.id, product.id)
    assert locked is not None
    return edit_product(session, shop, locked, changes, request_id="r-1")


def now(product: Product) -> Product:
    with begin() as session:
        return session.get_one(Product, product.id)


# Locks


def test_an_entity_and_its_row_are_locked_in_one_statement(shop: Shop, roses: Product, order: Order) -> None:
    for lock, row in ((lock_product, roses), (lock_order, order)):
        with begin() as session, watched() as said:
            assert lock(session, shop.id, row.id) is not None  # type: ignore[operator]
        assert len(said) == 1


def test_whoever_waits_for_the_entity_has_not_locked_its_row(shop: Shop, roses: Product, order: Order) -> None:
    for kind, lock, row in (("product", lock_product, roses), ("order", lock_order, order)):
        with ThreadPoolExecutor(1) as pool, begin() as session:
            lock_entity(session, shop.id, kind, bitrix_id_of(row))
            waiting = pool.submit(locked_alone, lock, shop, row)
            until(somebody_waits)
            assert session.get_one(type(row), row.id, with_for_update={"nowait": True})
            session.rollback()
            assert waiting.result() is not None


def test_whoever_waits_for_the_row_has_locked_its_entity(shop: Shop, roses: Product, order: Order) -> None:
    for kind, lock, row in (("product", lock_product, roses), ("order", lock_order, order)):
        name = {"name": f"{kind}:{shop.id}:{bitrix_id_of(row)}"}
        with ThreadPoolExecutor(1) as pool, begin() as session:
            session.get_one(type(row), row.id, with_for_update=True)
            waiting = pool.submit(locked_alone, lock, shop, row)
            until(lambda: not session.scalar(FREE, name))  # noqa: B023
            session.rollback()
            assert waiting.result() is not None


def bitrix_id_of(row: Product | Order) -> int:
    bitrix_id = row.bitrix_id if isinstance(row, Product) else row.bitrix_order_id
    assert bitrix_id
    return bitrix_id


def locked_alone(lock: Callable[..., Any], shop: Shop, row: Product | Order) -> Any:
    with begin() as session:
        return lock(session, shop.id, row.id)


def somebody_waits() -> bool:
    with begin() as session:
        return bool(session.scalar(WAITING))


def waits_for(shop: Shop, kind: str, bitrix_id: int, locking: Callable[[], Any]) -> Any:
    """What `locking` gives, which had to wait as long as somebody else held the entity."""
    with ThreadPoolExecutor(1) as pool:
        with begin() as session:
            lock_entity(session, shop.id, kind, bitrix_id)
            waiting = pool.submit(locking)
            until(somebody_waits)
            assert not waiting.done()
            session.execute(text("UPDATE product SET price = 1"))
            session.execute(text("""UPDATE "order" SET comment = 'newer'"""))
        return waiting.result()


def test_an_edit_waits_for_whoever_works_on_the_product_and_sees_what_they_left(shop: Shop, roses: Product) -> None:
    def locking() -> int:
        with begin() as session:
            session.get_one(Product, roses.id)  # known from before: it must be read anew
            locked = lock_product(session, shop.id, roses.id)
            assert locked is not None
            return locked.price

    assert roses.bitrix_id
    assert waits_for(shop, "product", roses.bitrix_id, locking) == 1


def test_an_edit_waits_for_whoever_works_on_the_order_and_sees_what_they_left(shop: Shop, order: Order) -> None:
    def locking() -> str | None:
        with begin() as session:
            session.get_one(Order, order.id)
            locked = lock_order(session, shop.id, order.id)
            assert locked is not None
            return locked.comment

    assert order.bitrix_order_id
    assert waits_for(shop, "order", order.bitrix_order_id, locking) == "newer"


def test_another_shops_rows_are_not_there(shop: Shop, roses: Product, order: Order) -> None:
    with begin() as session:
        stranger = make_shop(session, STRANGERS)
        assert lock_product(session, stranger.id, roses.id) is None
        assert lock_order(session, stranger.id, order.id) is None


def test_a_deleted_order_is_not_there(shop: Shop, order: Order) -> None:
    with begin() as session:
        session.execute(text("""UPDATE "order" SET deleted_at = now()"""))
        assert lock_order(session, shop.id, order.id) is None


# Products


def test_an_edit_and_its_debt_are_one(shop: Shop, roses: Product) -> None:
    with begin() as session:
        assert edit(session, shop, roses, price=600_000)
    debt = rows.debt("product", roses.bitrix_id)
    assert (debt.state, debt.reason, debt.request_id) == ("pending", "edit", "r-1")
    assert now(roses).price == 600_000


def test_an_edit_that_is_rolled_back_owes_nothing(shop: Shop, roses: Product) -> None:
    with begin() as session:
        edit(session, shop, roses, price=600_000)
        session.rollback()
    assert rows.debts("product") == []
    assert now(roses).price == 500_000


def test_an_edit_bumps_the_links_seq(shop: Shop, roses: Product) -> None:
    assert roses.bitrix_id
    before = rows.link("product", roses.bitrix_id).seq
    with begin() as session:
        edit(session, shop, roses, price=600_000)
    assert rows.link("product", roses.bitrix_id).seq == before + 1


def test_an_edit_that_changes_nothing_owes_nothing(shop: Shop, roses: Product) -> None:
    with begin() as session:
        assert not edit(session, shop, roses, price=500_000, name="Розы", width=30)
    assert rows.debts("product") == []


def test_an_edit_the_site_has_no_call_for_owes_nothing(shop: Shop, roses: Product) -> None:
    with begin() as session:
        assert not edit(session, shop, roses, tags=["хит"], is_featured=True, shelf_life_days=5)
    assert rows.debts("product") == []
    assert now(roses).tags == ["хит"]


@pytest.mark.parametrize(("field", "value"), [("type", "gifts"), ("width", 99), ("width", None), ("height", 70)])
def test_a_field_of_the_sites_is_refused_and_its_owner_named(
    shop: Shop, roses: Product, field: str, value: Any
) -> None:
    with pytest.raises(Conflict, match=field) as refused, begin() as session:
        edit(session, shop, roses, price=1, **{field: value})
    assert "Bitrix site" in refused.value.errors[field][0]
    assert now(roses).price == 500_000, "all or nothing"
    assert rows.debts("product") == []


def test_these_are_the_fields_the_site_owns() -> None:
    assert set(SITE_ONLY) == {"type", "width", "height", "images"}


def test_in_a_shop_that_is_not_mirrored_every_field_is_ours_and_nothing_is_owed(clean: None) -> None:
    with begin() as session:
        shop = make_shop(session, DEVELOPMENT)
        product = make_product(session, shop)
        assert not edit(session, shop, product, price=1, type="gifts", width=99)
    assert (now(product).type, now(product).width, now(product).price) == ("gifts", 99, 1)
    assert rows.debts("product") == []


def test_so_it_is_with_a_product_the_site_does_not_know(shop: Shop) -> None:
    with begin() as session:
        product = make_product(session, shop, bitrix_id=None)
        assert not edit(session, shop, product, price=1, type="gifts")
    assert now(product).type == "gifts"
    assert rows.debts("product") == []


# Orders


def change(session: Session, shop: Shop, order: Order, new: str) -> bool:
    locked = lock_order(session, shop.id, order.id)
    assert locked is not None
    return change_order_status(session, locked, new, actor=Actor.system())


def test_a_status_set_here_bumps_the_links_seq_and_owes_nothing(shop: Shop, order: Order) -> None:
    """The site has no call for it; a read that is under way must not be applied over it."""
    assert order.bitrix_order_id
    before = rows.link("order", order.bitrix_order_id).seq
    with begin() as session:
        assert change(session, shop, order, "paid")
        assert not change(session, shop, order, "paid")
    assert rows.link("order", order.bitrix_order_id).seq == before + 1
    assert rows.debts("order") == []


def test_what_the_table_forbids_is_forbidden_here_too(shop: Shop, order: Order) -> None:
    with begin() as session, pytest.raises(ForbiddenTransition):
        change(session, shop, order, "delivered")


def test_a_placed_order_and_its_debt_are_one(shop: Shop, roses: Product) -> None:
    with begin() as session:
        placed = place_order(session, shop, draft((roses, 1)), actor=Actor.customer(), request_id="r-1")
    (debt,) = rows.debts("new_order")
    assert (debt.key, debt.shop_id, debt.request_id) == (str(placed.uuid), shop.id, "r-1")


def test_a_placing_that_is_rolled_back_owes_nothing(shop: Shop, roses: Product) -> None:
    with begin() as session:
        place_order(session, shop, draft((roses, 1)), actor=Actor.customer())
        session.rollback()
    assert (rows.debts("new_order"), rows.orders()) == ([], [])


def test_a_status_change_and_its_history_are_one(shop: Shop, order: Order) -> None:
    with begin() as session:
        change(session, shop, order, "paid")
        session.rollback()
    with begin() as session:
        assert session.scalars(select(OrderHistory)).all() == []
