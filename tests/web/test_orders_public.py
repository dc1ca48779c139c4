"""Customers ask what it costs, and order."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from models import Order, OrderHistory, OrderReservation, Outbox, Product, Shop, WarehouseItem, begin
from tests.people import make_user
from tests.queries import watched
from tests.shopfloor import make_product, make_recipe, make_warehouse_item
from tests.web.conftest import Ask, add

ROUTES = ("/orders/check-availability", "/orders/preview", "/orders/public/preview", "/orders/public/create")
CUSTOMER: dict[str, Any] = {"customer_name": "Алия", "phone": "8 700 000 01 01"}


@pytest.fixture
def rose(shop: Shop) -> WarehouseItem:
    return add(make_warehouse_item, shop, "Роза", 5)


@pytest.fixture
def bouquet(shop: Shop, rose: WarehouseItem) -> Product:
    """Two roses each."""
    with begin() as session:
        product = make_product(session, shop, "Розы", 300_000)
        make_recipe(session, product, rose, 2)
        return product


def of(product: Product, *quantities: int, **more: Any) -> dict[str, Any]:
    return {"items": [{"product_id": product.id, "quantity": quantity} for quantity in quantities], **more}


def body_for(path: str, items: dict[str, Any]) -> dict[str, Any]:
    return items | CUSTOMER if path.endswith("create") else items


def test_each_line_is_weighed_after_those_before_it(ask: Ask, bouquet: Product) -> None:
    answer = ask("POST", "/orders/check-availability", json=of(bouquet, 1, 2))
    assert answer.status_code == 200, answer.text
    shown = [(line["quantity"], line["available"], line["enough"]) for line in answer.json["items"]]
    assert (answer.json["available"], shown) == (False, [(1, 1, True), (2, 1, False)])


@pytest.mark.parametrize("path", ["/orders/preview", "/orders/public/preview"])
def test_a_preview_prices_as_the_order_will_and_keeps_nothing(ask: Ask, bouquet: Product, path: str) -> None:
    shown = ask("POST", path, json=of(bouquet, 2)).json
    assert (shown["subtotal"], shown["delivery_cost"], shown["total"]) == (600_000, 150_000, 750_000)
    assert shown["available"] is True
    (line,) = shown["items"]
    assert (line["name"], line["price"], line["total"], line["available"]) == ("Розы", 300_000, 600_000, 2)
    assert ask("POST", path, json=of(bouquet, 2, delivery_type="pickup")).json["total"] == 600_000
    short = ask("POST", path, json=of(bouquet, 4)).json
    assert (short["available"], short["delivery_cost"]) == (False, 0)
    with begin() as session:
        assert session.scalars(select(Order)).all() == []
    assert ask("POST", "/orders/public/create", json=CUSTOMER | of(bouquet, 2)).json["total"] == 750_000


def test_an_order_is_placed_promised_and_owed_in_one(ask: Ask, bouquet: Product) -> None:
    answer = ask("POST", "/orders/public/create", json=CUSTOMER | of(bouquet, 2))
    assert answer.status_code == 201, answer.text
    assert set(answer.json) == {
        "number",
        "tracking_id",
        "status",
        "subtotal",
        "delivery_cost",
        "total",
        "created_at",
    }
    with begin() as session:
        order = session.scalars(select(Order)).one()
        assert (order.tracking_id, order.customer_phone) == (answer.json["tracking_id"], "+77000000101")
        assert session.scalars(select(OrderReservation.quantity)).all() == [4]
        (debt,) = session.scalars(select(Outbox))
        assert (debt.kind, debt.key) == ("new_order", str(order.uuid))
        (row,) = session.scalars(select(OrderHistory))
        assert (row.actor_kind, row.new_value) == ("customer", "created")


def test_what_is_short_leaves_nothing_behind(ask: Ask, bouquet: Product) -> None:
    answer = ask("POST", "/orders/public/create", json=CUSTOMER | of(bouquet, 3))
    assert answer.status_code == 400
    assert answer.json["errors"] == {"items.0.quantity": ["Розы: asked 3, available 2"]}
    with begin() as session:
        assert [*session.scalars(select(Order)), *session.scalars(select(OrderReservation))] == []
        assert session.scalars(select(Outbox)).all() == []


def test_all_that_may_be_said_at_ordering_is_kept(ask: Ask, bouquet: Product) -> None:
    said = {
        "payment_method": "kaspi",
        "delivery_notes": "Код 12",
        "pickup_address": "Абая 3",
        "is_surprise": True,
        "anonymous_sender": True,
        "ask_delivery_address": True,
        "ask_delivery_time": True,
        "postcard_text": "С праздником",
    }
    ask("POST", "/orders/public/create", json=CUSTOMER | of(bouquet, 1) | said)
    with begin() as session:
        order = session.scalars(select(Order)).one()
        assert {name: getattr(order, name) for name in said} == said


def test_the_shop_asked_for_is_the_one_ordered_from(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    theirs = add(make_product, other_shop)
    for path in ROUTES:
        body = body_for(path, of(theirs, 1))
        answer = ask("POST", path, json=body)
        assert (answer.status_code, list(answer.json["errors"])) == (422, ["items.0.product_id"])
        answer = ask("POST", f"{path}?shop_id={other_shop.id}", json=body)
        assert answer.status_code == (201 if path.endswith("create") else 200)
        with begin() as session:
            session.get_one(Shop, other_shop.id).is_active = False
        assert ask("POST", f"{path}?shop_id={other_shop.id}", json=body).status_code == 404
        with begin() as session:
            session.get_one(Shop, other_shop.id).is_active = True


def test_what_is_not_on_sale_cannot_be_ordered(ask: Ask, shop: Shop, bouquet: Product) -> None:
    off = add(make_product, shop, enabled=False)
    gone = add(make_product, shop, deleted_at=datetime.now(UTC))
    local = add(make_product, shop, "Местный", bitrix_id=None)
    for path in ROUTES:
        for product, status in ((off, 422), (gone, 422), (local, 409)):
            answer = ask("POST", path, json=body_for(path, of(product, 1)))
            assert (answer.status_code, list(answer.json["errors"])) == (status, ["items.0.product_id"])


def test_a_shop_without_that_way_is_said_so(ask: Ask, shop: Shop, bouquet: Product) -> None:
    with begin() as session:
        session.get_one(Shop, shop.id).delivery_available = False
    for path in ROUTES[1:]:
        answer = ask("POST", path, json=body_for(path, of(bouquet, 1)))
        assert (answer.status_code, list(answer.json["errors"])) == (422, ["delivery_type"])
        answer = ask("POST", path, json=body_for(path, of(bouquet, 1, delivery_type="pickup")))
        assert answer.status_code in (200, 201)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_a_day_that_is_over_where_the_shop_is_cannot_be_asked_for(
    ask: Ask, shop: Shop, bouquet: Product, zone: str
) -> None:
    with begin() as session:
        session.get_one(Shop, shop.id).timezone = zone
    today = datetime.now(ZoneInfo(zone)).date()
    for day, answered in ((today, 201), (today - timedelta(days=1), 422)):
        body = CUSTOMER | of(bouquet, 1, delivery_date=day.isoformat())
        answer = ask("POST", "/orders/public/create", json=body)
        assert answer.status_code == answered, answer.text
    assert list(answer.json["errors"]) == ["delivery_date"]


def test_a_client_has_no_say_in_prices(ask: Ask, bouquet: Product) -> None:
    for extra in ({"status": "paid"}, {"responsible_id": 1}):
        answer = ask("POST", "/orders/public/create", json=CUSTOMER | of(bouquet, 1) | extra)
        assert (answer.status_code, list(answer.json["errors"])) == (422, list(extra))
    plain = of(bouquet, 1)
    priced = {"items": [line | {"price": 1, "total": 1} for line in plain["items"]]}
    for path in ROUTES:
        said, unsaid = (ask("POST", path, json=body_for(path, body)) for body in (priced, plain))
        assert said.status_code == unsaid.status_code, said.text
        assert said.json.get("total") == unsaid.json.get("total")


@pytest.mark.parametrize("items", [None, [], {}, [5], [{"product_id": 1}], [{"product_id": 1, "quantity": 0}]])
def test_lines_of_the_wrong_kind(ask: Ask, shop: Shop, items: Any) -> None:
    for path in ROUTES:
        answer = ask("POST", path, json=body_for(path, {"items": items}))
        assert answer.status_code == 422
        assert all(field.startswith("items") for field in answer.json["errors"])


def test_staff_who_order_for_a_customer_are_named(ask: Ask, shop: Shop, bouquet: Product) -> None:
    florist = add(make_user, shop, "florist")
    assert ask("POST", "/orders/public/create", user=florist, json=CUSTOMER | of(bouquet, 1)).status_code == 201
    with begin() as session:
        (row,) = session.scalars(select(OrderHistory))
        assert (row.actor_kind, row.actor_id) == ("user", florist.id)


def test_to_another_shop_they_are_customers_like_any(ask: Ask, bouquet: Product, other_shop: Shop) -> None:
    stranger, path = add(make_user, other_shop), f"/orders/public/create?shop_id={bouquet.shop_id}"
    assert ask("POST", path, user=stranger, json=of(bouquet, 1, **CUSTOMER)).status_code == 201
    with begin() as session:
        history = session.scalars(select(OrderHistory)).one()
    assert (history.actor_kind, history.actor_id) == ("customer", None)


def test_a_longer_order_costs_no_more_queries(ask: Ask, bouquet: Product) -> None:
    for path in ROUTES:
        counts = []
        for quantities in ((1,), (1, 1), (1, 1, 1))[: 2 if path.endswith("create") else 3]:
            with begin() as session:
                for order in session.scalars(select(OrderReservation)):
                    session.delete(order)
            with watched() as statements:
                assert ask("POST", path, json=body_for(path, of(bouquet, *quantities))).status_code < 400
            counts.append(len(statements))
        assert len(set(counts)) == 1
        assert counts[0] <= (20 if path.endswith("create") else 10), (path, counts)
