"""An order that was placed is changed: what may still change, what it costs then, and what the site hears of it."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from models import Order, OrderHistory, Outbox, Shop, SyncLink, WarehouseItem, begin
from models.order import STATUSES
from tests.books import Books, assert_explained, books
from tests.people import make_user
from tests.shopfloor import make_link, make_order, make_product, make_recipe, make_warehouse_item
from tests.web.conftest import Ask, Staff, add

SOON = (date.today() + timedelta(days=30)).isoformat()
EDIT: dict[str, Any] = {
    "customer_name": "Бота",
    "phone": "+77000000109",
    "customer_email": "bota@shop.example",
    "recipient_name": "Сауле",
    "recipient_phone": "+77000000108",
    "delivery_address": "Сатпаева 2",
    "delivery_date": SOON,
    "delivery_time": "14:00-16:00",
    "delivery_notes": "Код 12",
    "pickup_address": "Абая 3",
    "payment_method": "cash",
    "comment": "Позвонить",
    "ask_delivery_address": True,
    "ask_delivery_time": True,
    "surcharge": 50_000,
    "postcard_text": "С праздником",
    "is_surprise": True,
    "anonymous_sender": True,
    "delivery_type": "express",
}
UNTIL_ASSEMBLED = {"delivery_type", "postcard_text", "is_surprise", "anonymous_sender"}


def history(order: Order) -> dict[str, tuple[str | None, str | None]]:
    with begin() as session:
        rows = session.scalars(
            select(OrderHistory).where(OrderHistory.order_id == order.id).order_by(OrderHistory.id)
        )
        return {row.field: (row.old_value, row.new_value) for row in rows}


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("field", EDIT)
def test_each_field_may_be_changed_until_it_is_too_late(ask: Ask, shop: Shop, status: str, field: str) -> None:
    order = add(make_order, shop, status=status)
    answer = ask("PUT", f"/orders/{order.id}", as_role="florist", json={field: EDIT[field]})
    over, assembled = status in ("delivered", "cancelled"), status in ("assembled", "in_delivery")
    if (over and field != "comment") or (assembled and field in UNTIL_ASSEMBLED):
        assert answer.status_code == 409
        assert list(answer.json["errors"]) == [field]
    else:
        assert answer.status_code == 200, answer.text
        assert answer.json[field] == EDIT[field]


def test_history_tells_what_was_and_what_is(ask: Ask, shop: Shop) -> None:
    order = add(make_order, shop)
    ask("PUT", f"/orders/{order.id}", as_role="florist", json={"delivery_date": SOON, "comment": "!"})
    assert history(order) == {"delivery_date": (None, SOON), "comment": (None, "!")}


def test_what_is_as_it_was_may_be_sent_back_at_any_time(ask: Ask, shop: Shop) -> None:
    order = add(make_order, shop, status="delivered")
    body = {"customer_name": "Алия", "phone": order.customer_phone, "delivery_type": "scheduled"}
    answer = ask("PUT", f"/orders/{order.id}", as_role="florist", json=body)
    assert (answer.status_code, answer.json["version"]) == (200, 1)
    assert history(order) == {}


def test_a_version_that_is_behind_is_refused(ask: Ask, shop: Shop) -> None:
    path = f"/orders/{add(make_order, shop).id}"
    assert ask("PUT", path, as_role="florist", json={"comment": "a", "version": 1}).json["version"] == 2
    answer = ask("PUT", path, as_role="florist", json={"comment": "b", "version": 1})
    assert (answer.status_code, list(answer.json["errors"])) == (409, ["version"])


def test_the_way_it_travels_makes_its_price(ask: Ask, shop: Shop) -> None:
    order = add(make_order, shop, subtotal=500_000, delivery_cost=150_000, total=650_000)
    with begin() as session:
        row = session.get_one(Order, order.id)
        row.items[0].price = row.items[0].total = 500_000
    path = f"/orders/{order.id}"
    picked = ask("PUT", path, as_role="florist", json={"delivery_type": "pickup"}).json
    assert (picked["delivery_cost"], picked["total"]) == (0, 500_000)
    brought = ask("PUT", path, as_role="florist", json={"delivery_type": "express"}).json
    assert (brought["delivery_cost"], brought["total"]) == (150_000, 650_000)
    assert history(order)["total"] == ("500000", "650000")


def test_the_site_prices_its_own_orders(ask: Ask, shop: Shop) -> None:
    order = add(make_order, shop, origin="site", delivery_cost=7, total=1_000_007)
    answer = ask("PUT", f"/orders/{order.id}", as_role="florist", json={"delivery_type": "pickup"})
    assert (answer.json["delivery_cost"], answer.json["total"]) == (7, 1_000_007)


@pytest.mark.parametrize(("origin", "total"), [("shop", 650_000), ("site", 600_000)])
def test_a_surcharge_is_paid_on_top(ask: Ask, shop: Shop, origin: str, total: int) -> None:
    """A discount of the site's stays in the total of its orders."""
    order = add(make_order, shop, origin=origin, subtotal=500_000, delivery_cost=150_000, total=total)
    path = f"/orders/{order.id}"
    for surcharge in (70_000, 20_000, 0, 30_000):
        shown = ask("PUT", path, as_role="florist", json={"surcharge": surcharge}).json
        assert (shown["surcharge"], shown["total"]) == (surcharge, total + surcharge)
        assert (shown["subtotal"], shown["delivery_cost"]) == (500_000, 150_000)
    assert history(order) == {"surcharge": ("0", "30000"), "total": (str(total), str(total + 30_000))}
    tracked = ask("GET", f"/orders/by-tracking/{order.tracking_id}").json
    assert (tracked["surcharge"], tracked["total"]) == (30_000, total + 30_000)


def test_a_surcharge_outlives_what_else_changes_the_price(ask: Ask, shop: Shop) -> None:
    product = add(make_product, shop, price=100_000)
    order = add(make_order, shop, [(product, 5)], subtotal=500_000, delivery_cost=150_000, total=650_000)
    path = f"/orders/{order.id}"
    both = ask("PUT", path, as_role="florist", json={"surcharge": 40_000, "delivery_type": "pickup"}).json
    assert (both["delivery_cost"], both["total"]) == (0, 540_000)
    more = ask("POST", f"{path}/items", as_role="florist", json={"product_id": product.id, "quantity": 1}).json
    assert (more["subtotal"], more["total"]) == (600_000, 640_000)


@pytest.mark.parametrize("surcharge", [-1, 1.5, "100", None, 10**13])
def test_a_surcharge_is_money(ask: Ask, shop: Shop, surcharge: Any) -> None:
    order = add(make_order, shop)
    answer = ask("PUT", f"/orders/{order.id}", as_role="florist", json={"surcharge": surcharge})
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["surcharge"])


def test_no_customer_sets_a_surcharge(ask: Ask, shop: Shop) -> None:
    order = add(make_order, shop)
    answer = ask("PUT", f"/orders/by-tracking/{order.tracking_id}", json={"surcharge": 0})
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["surcharge"])


def test_a_shop_without_pickup_gives_nothing_to_be_picked_up(ask: Ask, shop: Shop) -> None:
    order = add(make_order, shop)
    with begin() as session:
        session.get_one(Shop, shop.id).pickup_available = False
    answer = ask("PUT", f"/orders/{order.id}", as_role="florist", json={"delivery_type": "pickup"})
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["delivery_type"])


def test_an_edit_in_a_mirrored_shop_stays_here_and_no_older_read_goes_over_it(ask: Ask, shop: Shop) -> None:
    with begin() as session:
        order = make_order(session, shop)
        make_link(session, order, seq=4)
    ask("PUT", f"/orders/{order.id}", as_role="florist", json={"delivery_address": "Сатпаева 2"})
    with begin() as session:
        assert session.scalars(select(SyncLink.seq)).all() == [5]
        assert session.scalars(select(Outbox)).all() == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("customer_name", None),
        ("customer_name", "  "),
        ("phone", None),
        ("phone", "12"),
        ("recipient_phone", "12"),
        ("delivery_type", None),
        ("delivery_type", "air"),
        ("delivery_date", "31.12.2026"),
        ("payment_method", "gold"),
        ("is_surprise", None),
        ("is_surprise", "yes"),
        ("comment", "x" * 5_001),
        ("status", "paid"),
        ("items", []),
        ("responsible_id", 1),
    ],
)
def test_a_field_of_the_wrong_kind_is_named(ask: Ask, shop: Shop, field: str, value: Any) -> None:
    answer = ask("PUT", f"/orders/{add(make_order, shop).id}", as_role="director", json={field: value})
    assert answer.status_code == 422
    assert list(answer.json["errors"]) == [field]


@pytest.fixture
def rose(shop: Shop) -> WarehouseItem:
    return add(make_warehouse_item, shop, "Роза красная", 10)


def placed(ask: Ask, shop: Shop, rose: WarehouseItem, pieces: int = 3, price: int = 300_000) -> dict[str, Any]:
    """An order of bouquets of one rose each."""
    with begin() as session:
        product = make_product(session, shop, "Розы", price)
        make_recipe(session, product, rose)
    body = {
        "customer_name": "Алия",
        "phone": "+77000000101",
        "items": [{"product_id": product.id, "quantity": pieces}],
    }
    answer = ask("POST", "/orders/", as_role="manager", json=body)
    assert answer.status_code == 201, answer.text
    return answer.json


def booked(rose: WarehouseItem, order: dict[str, Any]) -> Books:
    with begin() as session:
        item = session.get_one(WarehouseItem, rose.id)
        assert_explained(session, item)
        return books(session, item, session.get_one(Order, order["id"]))


def test_one_more_line_is_priced_and_promised(ask: Ask, shop: Shop, rose: WarehouseItem) -> None:
    order = placed(ask, shop, rose, 2)
    line = {"product_id": order["items"][0]["product_id"], "quantity": 1, "special_requests": "Без лент"}
    answer = ask("POST", f"/orders/{order['id']}/items", as_role="florist", json=line)
    assert answer.status_code == 201, answer.text
    assert [item["quantity"] for item in answer.json["items"]] == [2, 1]
    assert answer.json["items"][1]["special_requests"] == "Без лент"
    assert (answer.json["subtotal"], answer.json["total"]) == (900_000, 1_050_000)
    assert booked(rose, order) == Books(10, 3, 0)


def test_a_line_that_makes_the_delivery_free_makes_it_free(ask: Ask, shop: Shop, rose: WarehouseItem) -> None:
    order = placed(ask, shop, rose, 3)
    line = {"product_id": order["items"][0]["product_id"], "quantity": 1}
    answer = ask("POST", f"/orders/{order['id']}/items", as_role="florist", json=line)
    assert (answer.json["delivery_cost"], answer.json["total"]) == (0, 1_200_000)


def test_a_line_there_is_too_little_for_changes_nothing(ask: Ask, shop: Shop, rose: WarehouseItem) -> None:
    order = placed(ask, shop, rose, 8)
    line = {"product_id": order["items"][0]["product_id"], "quantity": 3}
    answer = ask("POST", f"/orders/{order['id']}/items", as_role="florist", json=line)
    assert answer.status_code == 400
    assert "Роза красная" in answer.json["detail"]
    assert len(ask("GET", f"/orders/{order['id']}", as_role="florist").json["items"]) == 1
    assert booked(rose, order) == Books(10, 8, 0)


@pytest.mark.parametrize("status", ["assembled", "in_delivery", "delivered", "cancelled"])
def test_nothing_is_added_to_what_is_cut(ask: Ask, shop: Shop, status: str) -> None:
    order, product = add(make_order, shop, status=status), add(make_product, shop)
    line = {"product_id": product.id, "quantity": 1}
    assert ask("POST", f"/orders/{order.id}/items", as_role="director", json=line).status_code == 409


def test_a_line_of_what_the_shop_or_the_site_has_not_is_refused(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    path = f"/orders/{add(make_order, shop).id}/items"
    refused = {
        422: [add(make_product, other_shop).id, add(make_product, shop, enabled=False).id, 5],
        409: [add(make_product, shop, bitrix_id=None).id],
    }
    for status, ids in refused.items():
        for id in ids:
            answer = ask("POST", path, as_role="florist", json={"product_id": id, "quantity": 1})
            assert (answer.status_code, list(answer.json["errors"])) == (status, ["product_id"])
    for body, named in (({}, {"product_id", "quantity"}), ({"product_id": 1, "quantity": 0}, {"quantity"})):
        answer = ask("POST", path, as_role="florist", json=body)
        assert (answer.status_code, set(answer.json["errors"])) == (422, named)


def test_a_problem_is_reported_and_solved(ask: Ask, shop: Shop) -> None:
    order = add(make_order, shop)
    path = f"/orders/{order.id}/problem"
    assert ask("POST", path, as_role="florist", json={"reason": "Нет роз"}).json["problem_reason"] == "Нет роз"
    assert ask("POST", path, as_role="florist", json={"reason": None}).json["problem_reason"] is None
    assert history(order)["problem_reason"] == ("Нет роз", None)
    for body in ({}, {"reason": " "}, {"reason": 5}):
        answer = ask("POST", path, as_role="florist", json=body)
        assert (answer.status_code, list(answer.json["errors"])) == (422, ["reason"])


def test_a_cancelled_order_frees_its_goods(ask: Ask, shop: Shop, rose: WarehouseItem) -> None:
    order = placed(ask, shop, rose)
    answer = ask("POST", f"/orders/{order['id']}/cancel", as_role="florist", json={"reason": "Передумали"})
    assert (answer.status_code, answer.json["status"]) == (200, "cancelled")
    assert booked(rose, order) == Books(10, 0, 0)
    (newest, *_) = ask("GET", f"/orders/{order['id']}/history", as_role="florist").json["items"]
    assert (newest["new_value"], newest["note"]) == ("cancelled", "Передумали")


def test_cancelling_needs_a_reason_and_an_order_that_is_not_over(ask: Ask, shop: Shop) -> None:
    path = f"/orders/{add(make_order, shop, status='delivered').id}/cancel"
    for body in ({}, {"reason": None}, {"reason": "  "}):
        answer = ask("POST", path, as_role="director", json=body)
        assert (answer.status_code, list(answer.json["errors"])) == (422, ["reason"])
    assert ask("POST", path, as_role="director", json={"reason": "!"}).status_code == 409


@pytest.mark.parametrize(
    ("status", "left"),
    [("new", Books(10, 0, 0)), ("assembled", Books(10, 0, 0)), ("delivered", Books(7, 0, 3))],
)
def test_a_deleted_order_is_gone_and_its_goods_are_free(
    ask: Ask, shop: Shop, rose: WarehouseItem, status: str, left: Books
) -> None:
    order = placed(ask, shop, rose)
    path = f"/orders/{order['id']}"
    for step in {"new": (), "assembled": ("accepted", "assembled")}.get(
        status, ("accepted", "assembled", "in_delivery", "delivered")
    ):
        assert ask("PATCH", f"{path}/status", as_role="director", json={"status": step}).status_code == 200
    assert ask("DELETE", path, as_role="manager").status_code == 403
    answer = ask("DELETE", path, as_role="director")
    assert (answer.status_code, answer.data) == (204, b"")
    assert booked(rose, order) == left
    for method, where in (("GET", path), ("DELETE", path), ("GET", f"{path}/history")):
        assert ask(method, where, as_role="director").status_code == 404
    assert ask("GET", f"/orders/by-tracking/{order['tracking_id']}").status_code == 404
    with begin() as session:
        assert session.get_one(Order, order["id"]).deleted_at is not None


def test_a_deleted_order_leaves_its_link_as_a_tombstone(ask: Ask, shop: Shop) -> None:
    with begin() as session:
        order = make_order(session, shop)
        make_link(session, order, 123901)
    assert ask("DELETE", f"/orders/{order.id}", as_role="director").status_code == 204
    with begin() as session:
        (link,) = session.scalars(select(SyncLink))
        assert (link.bitrix_id, link.local_id, link.state, link.seq) == (123901, None, "gone_here", 1)


WRITES: list[tuple[str, str, dict[str, Any] | None]] = [
    ("PUT", "", {"comment": "x"}),
    ("DELETE", "", None),
    ("POST", "/items", {"product_id": 1, "quantity": 1}),
    ("POST", "/take", None),
    ("POST", "/problem", {"reason": "x"}),
    ("POST", "/cancel", {"reason": "x"}),
    ("POST", "/notes", {"text": "x"}),
    ("DELETE", "/notes/1", None),
    ("DELETE", "/photo", None),
    ("PATCH", "/status", {"status": "accepted"}),
    ("PATCH", "/assign-responsible", {"responsible_id": None}),
    ("PATCH", "/assign-courier", {"courier_id": None}),
    ("GET", "/availability", None),
]


@pytest.mark.parametrize(("method", "path", "body"), WRITES)
def test_another_shops_order_is_not_there(
    ask: Ask, shop: Shop, other_shop: Shop, method: str, path: str, body: dict[str, Any] | None
) -> None:
    foreign = add(make_order, other_shop)
    options = {} if body is None else {"json": body}
    assert ask(method, f"/orders/{foreign.id}{path}", as_role="director", **options).status_code == 404
    assert ask(method, f"/orders/{10**9}{path}", as_role="director", **options).status_code == 404
    stranger = add(make_user, other_shop)
    own = add(make_order, shop, responsible_id=None)
    assert ask(method, f"/orders/{own.id}{path}", user=stranger, **options).status_code == 404
    assert history(foreign) == history(own) == {}


def test_a_courier_changes_nothing_but_the_hand_over(ask: Ask, shop: Shop, staff: Staff) -> None:
    order = add(make_order, shop, courier_id=staff("courier").id)
    for method, path, body in WRITES:
        if path != "/status":
            options = {} if body is None else {"json": body}
            assert ask(method, f"/orders/{order.id}{path}", as_role="courier", **options).status_code == 403


def test_a_date_is_a_day_and_nothing_else(ask: Ask, shop: Shop) -> None:
    order = add(make_order, shop, delivery_date=date(2026, 12, 31))
    assert (
        ask("PUT", f"/orders/{order.id}", as_role="florist", json={"delivery_date": None}).json["delivery_date"]
        is None
    )


def test_a_time_at_which_it_cannot_be_there_is_refused(ask: Ask, shop: Shop) -> None:
    path = f"/orders/{add(make_order, shop, delivery_date=date(2020, 1, 1)).id}"
    yesterday = (date.today() - timedelta(days=2)).isoformat()
    answer = ask("PUT", path, as_role="florist", json={"delivery_date": yesterday})
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["delivery_date"])
    assert ask("PUT", path, as_role="florist", json={"comment": "x"}).status_code == 200
