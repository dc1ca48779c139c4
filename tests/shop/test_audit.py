"""Whatever route changes people, goods or settings, an entry says who did it and what was before."""

import json
from datetime import UTC, datetime, time
from typing import Any

import pytest
from sqlalchemy import func, select

from models import (
    AuditEntry,
    ProductImage,
    ProductRecipe,
    Shop,
    TeamInvitation,
    User,
    WarehouseItem,
    begin,
    begin_for,
)
from shop.actor import Actor
from shop.audit import WATCHED, origin
from tests.people import DEVELOPMENT, STRANGERS, make_shop, make_user
from tests.shopfloor import make_product, make_recipe, make_warehouse_item

WHEN = datetime(2026, 12, 31, tzinfo=UTC)


@pytest.fixture
def shop(clean: None) -> Shop:
    """Committed, unlike its neighbours': an entry is of a transaction of its own."""
    with begin() as session:
        return make_shop(session, DEVELOPMENT)


@pytest.fixture
def stranger(shop: Shop) -> Shop:
    with begin() as session:
        return make_shop(session, STRANGERS)


@pytest.fixture
def by(shop: Shop) -> dict[str, Any]:
    """Somebody of the shop, at a computer."""
    with begin() as session:
        return origin(Actor.user(make_user(session, shop).id), "request-1", "192.0.2.7")


def entries() -> list[tuple[str, str, dict[str, Any]]]:
    with begin() as session:
        rows = session.scalars(select(AuditEntry).order_by(AuditEntry.id)).all()
    return [(row.action, row.entity, row.changes) for row in rows]


def test_a_change_says_who_where_and_what_was(shop: Shop, by: dict[str, Any]) -> None:
    with begin() as session:
        product = make_product(session, shop, price=100)
    with begin_for(shop.id, **by) as session:
        session.get_one(type(product), product.id).price = 200
    with begin() as session:
        (entry,) = session.scalars(select(AuditEntry)).all()
    assert (entry.shop_id, entry.user_id, entry.entity_id) == (shop.id, by["actor"].id, product.id)
    assert (entry.address, entry.request_id) == ("192.0.2.7", "request-1")
    assert (entry.action, entry.entity, entry.changes) == ("changed", "product", {"price": [100, 200]})
    assert entry.at is not None


def test_a_new_row_and_one_that_goes_are_told_whole(shop: Shop, by: dict[str, Any]) -> None:
    with begin() as session:
        product, item = make_product(session, shop), make_warehouse_item(session, shop)
    with begin_for(shop.id, **by) as session:
        row = make_recipe(session, product, item, quantity=3)
        session.delete(row)
    values = {"product_id": product.id, "warehouse_item_id": item.id, "quantity": 3, "is_optional": False}
    assert entries() == [
        ("created", "product_recipe", {name: [None, value] for name, value in values.items()}),
        ("deleted", "product_recipe", {name: [value, None] for name, value in values.items()}),
    ]


def test_a_row_that_is_only_hidden_is_deleted(shop: Shop, by: dict[str, Any]) -> None:
    with begin() as session:
        product, item = make_product(session, shop), make_warehouse_item(session, shop)
    with begin_for(shop.id, **by) as session:
        session.get_one(WarehouseItem, item.id).deleted_at = WHEN
    with begin_for(shop.id, **by) as session:
        session.get_one(type(product), product.id).deleted_at = func.now()
    assert entries() == [
        ("deleted", "warehouse_item", {"deleted_at": [None, WHEN.isoformat()]}),
        ("deleted", "product", {"deleted_at": [None, "now()"]}),
    ]


def test_settings_are_written_as_people_read_them(shop: Shop, by: dict[str, Any]) -> None:
    with begin_for(shop.id, **by) as session:
        session.get_one(Shop, shop.id).weekday_opens = time(8, 30)
    assert entries() == [("changed", "shop", {"weekday_opens": ["09:00:00", "08:30:00"]})]


def test_no_secret_is_ever_written_down(shop: Shop, by: dict[str, Any]) -> None:
    with begin_for(shop.id, **by) as session:
        user = make_user(session, shop, password_hash="canary-first")
        user.password_hash = "canary-second"
        session.flush()
        session.add(
            TeamInvitation(
                shop_id=shop.id,
                phone="+77000000009",
                name="Дана",
                role="florist",
                code_hash=b"canary-third",
                invited_by_id=user.id,
                expires_at=WHEN,
            )
        )
    told = entries()
    assert "canary" not in json.dumps([changes for *_, changes in told])
    assert told[1] == ("changed", "user", {"password_hash": ["***", "***"]})
    assert told[2][2]["code_hash"] == ["***", "***"]


def test_the_pictures_of_a_product_are_told_in_their_order(shop: Shop, by: dict[str, Any]) -> None:
    with begin() as session:
        product = make_product(session, shop)
        session.add(ProductImage(product_id=product.id, url="/a.jpg", position=0))
    with begin_for(shop.id, **by) as session:
        row = session.get_one(type(product), product.id)
        row.images = [ProductImage(url="/c.jpg", position=1), ProductImage(url="/b.jpg", position=0)]
    assert entries() == [("changed", "product", {"images": [["/a.jpg"], ["/b.jpg", "/c.jpg"]]})]


def test_balances_and_counters_are_left_to_their_own_books(shop: Shop, by: dict[str, Any]) -> None:
    with begin() as session:
        item = make_warehouse_item(session, shop)
    with begin_for(shop.id, **by) as session:
        session.get_one(WarehouseItem, item.id).quantity = 3
        session.get_one(WarehouseItem, item.id).last_delivery_at = WHEN
        session.get_one(Shop, shop.id).last_order_number = 7
    assert entries() == []


def test_the_same_value_again_is_no_change(shop: Shop, by: dict[str, Any]) -> None:
    with begin() as session:
        item = make_warehouse_item(session, shop)
    with begin_for(shop.id, **by) as session:
        session.get_one(WarehouseItem, item.id).cost_price = item.cost_price or 0
    assert entries() == []


def test_what_is_rolled_back_was_never_done(shop: Shop, by: dict[str, Any]) -> None:
    with begin_for(shop.id, **by) as session:
        product = make_product(session, shop)
        inner = session.begin_nested()
        product.price = 1
        session.flush()
        inner.rollback()
    assert [action for action, *_ in entries()] == ["created"]


def test_workers_and_the_site_leave_no_entries(shop: Shop) -> None:
    with begin() as session:
        make_product(session, shop)
    with begin_for(shop.id) as session:
        make_product(session, shop)
    assert entries() == []


def test_across_all_shops_an_entry_is_in_the_rows_own(shop: Shop, stranger: Shop, by: dict[str, Any]) -> None:
    with begin(**by) as session:
        session.get_one(Shop, stranger.id).is_active = False
        make_user(session, stranger)
        make_user(session, None)
    with begin() as session:
        assert session.scalars(select(AuditEntry.shop_id)).all() == [stranger.id, stranger.id]


def test_everything_the_issue_names_is_watched() -> None:
    assert {model.__tablename__ for model in WATCHED} == {
        User.__tablename__,
        TeamInvitation.__tablename__,
        "product",
        ProductRecipe.__tablename__,
        Shop.__tablename__,
        WarehouseItem.__tablename__,
    }
