"""Changes of an order other than its status."""

import json
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Order, OrderHistory, Product, Shop, WarehouseItem
from shop.actor import Actor
from shop.errors import Invalid, Shortage
from shop.order_changes import Line, change_fields, replace_items
from shop.order_draft import DraftItem
from shop.order_placing import place
from shop.order_status import change_status
from tests.books import Books, books
from tests.drafts import draft
from tests.shopfloor import make_order

SITE, DANA, ALIYA = Actor.bitrix(42), Actor.user(7), Actor.customer()


@pytest.fixture
def order(session: Session, shop: Shop, bouquet: Product) -> Order:
    """Two bouquets, so four roses reserved."""
    return place(session, shop, draft(items=[DraftItem(bouquet.id, 2, "без шипов")]), actor=ALIYA)


def history(session: Session, *fields: str) -> list[OrderHistory]:
    rows = select(OrderHistory).where(OrderHistory.field.in_(fields)).order_by(OrderHistory.id)
    return list(session.scalars(rows))


def test_only_what_really_changed_is_set_and_written_down(session: Session, order: Order) -> None:
    values = {"customer_name": order.customer_name, "comment": "позвонить", "delivery_date": date(2026, 12, 1)}
    assert change_fields(session, order, values, actor=DANA, note="by phone") == ["comment", "delivery_date"]
    rows = history(session, *values)
    assert [(row.field, row.old_value, row.new_value) for row in rows] == [
        ("comment", None, "позвонить"),
        ("delivery_date", None, "2026-12-01"),
    ]
    assert {(row.actor_kind, row.actor_id, row.note) for row in rows} == {("user", 7, "by phone")}
    assert order.version == 2


def test_a_field_can_be_emptied(session: Session, shop: Shop) -> None:
    order = make_order(session, shop, comment="позвонить")
    assert change_fields(session, order, {"comment": None}, actor=SITE) == ["comment"]
    (row,) = history(session, "comment")
    assert (row.old_value, row.new_value) == ("позвонить", None)


def test_yes_and_no_are_written_as_such(session: Session, order: Order) -> None:
    change_fields(session, order, {"stock_shortage": True}, actor=Actor.system())
    (row,) = history(session, "stock_shortage")
    assert (row.old_value, row.new_value) == ("false", "true")


@pytest.mark.parametrize("name", ["status", "total", "version", "items", "uuid", "no_such_field"])
def test_what_has_rules_of_its_own_cannot_be_set_as_a_field(session: Session, order: Order, name: str) -> None:
    values: dict[str, Any] = {"comment": "позвонить", name: 1}
    with pytest.raises(ValueError, match=name):
        change_fields(session, order, values, actor=DANA)
    assert order.comment is None


def test_replaced_lines_bring_their_totals(session: Session, order: Order) -> None:
    assert replace_items(session, order, [Line("Букет роз", 1, 400_000), Line("Ваза", 3, 100_000)], actor=SITE)
    session.flush()
    session.expire(order)
    assert [(item.name, item.quantity, item.total) for item in order.items] == [
        ("Букет роз", 1, 400_000),
        ("Ваза", 3, 300_000),
    ]
    assert (order.subtotal, order.delivery_cost, order.total) == (700_000, 0, 700_000)
    assert order.version == 2


def test_replaced_lines_leave_the_surcharge(session: Session, shop: Shop) -> None:
    order = make_order(session, shop, surcharge=30_000)
    replace_items(session, order, [Line("Ваза", 1, 100_000)], actor=SITE)
    assert order.total == 130_000


def test_replaced_lines_make_one_history_row_with_both_sides(session: Session, order: Order) -> None:
    replace_items(session, order, [Line("Ваза", 3, 100_000)], actor=SITE)
    (row,) = history(session, "items")
    assert (row.actor_kind, row.actor_id) == ("bitrix", 42)
    assert [line["name"] for line in json.loads(row.old_value or "")] == ["Букет роз"]
    assert json.loads(row.new_value or "") == [
        {"name": "Ваза", "quantity": 3, "price": 100_000, "product_id": None}
    ]


def test_the_same_lines_again_change_nothing(session: Session, order: Order) -> None:
    assert not replace_items(session, order, [Line("Букет роз", 2, 500_000)], actor=SITE)
    session.flush()
    assert (order.version, history(session, "items")) == (1, [])


def test_a_line_of_the_same_name_keeps_its_product_and_requests(
    session: Session, order: Order, bouquet: Product
) -> None:
    replace_items(session, order, [Line("Букет роз", 3, 500_000)], actor=SITE)
    (item,) = order.items
    assert (item.product_id, item.special_requests) == (bouquet.id, "без шипов")


def test_the_version_grows_though_the_sum_came_out_the_same(session: Session, order: Order) -> None:
    replace_items(session, order, [Line("Ваза", 2, 500_000)], actor=SITE)
    session.flush()
    assert (order.subtotal, order.version) == (1_000_000, 2)


@pytest.mark.parametrize(
    ("lines", "field"),
    [
        ([], "items"),
        ([Line("Ваза", 0, 1)], "items.0.quantity"),
        ([Line("Ваза", 1, 1), Line("Ваза", 1, -1)], "items.1.price"),
    ],
)
def test_lines_that_make_no_order_are_refused(
    session: Session, order: Order, lines: list[Line], field: str
) -> None:
    with pytest.raises(Invalid) as error:
        replace_items(session, order, lines, actor=SITE)
    assert list(error.value.errors) == [field]


@pytest.mark.parametrize(("pieces", "reserved"), [(1, 2), (2, 4), (5, 10)])
def test_reservations_follow_the_lines(
    session: Session, order: Order, rose: WarehouseItem, pieces: int, reserved: int
) -> None:
    replace_items(session, order, [Line("Букет роз", pieces, 400_000)], actor=DANA)
    assert books(session, rose, order) == Books(balance=10, reserved=reserved, sold=0)


def test_lines_that_are_gone_free_their_goods(session: Session, order: Order, rose: WarehouseItem) -> None:
    replace_items(session, order, [Line("Ваза", 1, 400_000)], actor=SITE)
    assert books(session, rose, order) == Books(balance=10, reserved=0, sold=0)


def test_more_than_there_is_fails_for_a_person_and_flags_the_order_for_the_site(
    session: Session, order: Order, rose: WarehouseItem
) -> None:
    with pytest.raises(Shortage), session.begin_nested():
        replace_items(session, order, [Line("Букет роз", 6, 500_000)], actor=DANA)
    session.refresh(order)
    replace_items(session, order, [Line("Букет роз", 6, 500_000)], actor=SITE)
    assert books(session, rose, order) == Books(balance=10, reserved=10, sold=0)
    assert order.stock_shortage


def test_what_is_cut_is_not_cut_again_when_the_lines_change(
    session: Session, order: Order, rose: WarehouseItem
) -> None:
    change_status(session, order, "assembled", actor=SITE)
    replace_items(session, order, [Line("Букет роз", 3, 500_000)], actor=SITE)
    assert books(session, rose, order) == Books(balance=6, reserved=0, sold=4)


def test_a_bouquet_taken_back_and_enlarged_is_promised_only_what_it_lacks(
    session: Session, order: Order, rose: WarehouseItem
) -> None:
    for status in ("assembled", "accepted"):
        change_status(session, order, status, actor=SITE)
    replace_items(session, order, [Line("Букет роз", 3, 500_000)], actor=SITE)
    assert books(session, rose, order) == Books(balance=6, reserved=2, sold=4)
    change_status(session, order, "assembled", actor=SITE)
    assert books(session, rose, order) == Books(balance=4, reserved=0, sold=6)


def test_lines_of_an_order_of_the_site_touch_no_stock(
    session: Session, shop: Shop, rose: WarehouseItem, bouquet: Product
) -> None:
    order = make_order(session, shop, [(bouquet, 2)], origin="site")
    replace_items(session, order, [Line("Розы", 3, 500_000, bouquet.id)], actor=SITE)
    assert books(session, rose, order) == Books(balance=10, reserved=0, sold=0)
