"""How an order comes into being."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Order, OrderHistory, Product, Shop, WarehouseItem
from shop.actor import Actor
from shop.errors import Conflict, Invalid, Shortage
from shop.order_draft import DraftItem
from shop.order_placing import place
from tests import people
from tests.books import Books, books
from tests.drafts import draft
from tests.queries import watched
from tests.shopfloor import make_product, make_recipe, make_warehouse_item

ALIYA = Actor.customer()


def refused(session: Session, shop: Shop, *wanted: tuple[Product, int], **fields: Any) -> dict[str, list[str]]:
    with pytest.raises(Invalid) as error:
        place(session, shop, draft(*wanted, **fields), actor=ALIYA)
    return error.value.errors


def test_an_order_keeps_what_was_asked_for(session: Session, shop: Shop, bouquet: Product) -> None:
    wishes = {
        "recipient_name": "Сауле",
        "delivery_address": "Абая 1",
        "delivery_date": date(2036, 11, 24),
        "delivery_time": "14:00-16:00",
        "comment": "осторожно, собака",
        "postcard_text": "С днём рождения!",
        "customer_email": "aliya@mail.example",
    }
    items = [DraftItem(bouquet.id, 2, "без шипов")]
    order = place(session, shop, draft(items=items, recipient_phone="7000000002", **wishes), actor=ALIYA)
    session.expire(order)
    assert {name: getattr(order, name) for name in wishes} == wishes
    assert (order.customer_phone, order.recipient_phone) == ("+77000000001", "+77000000002")
    assert (order.status, order.origin, order.shop_id) == ("new", "shop", shop.id)
    (line,) = order.items
    assert (line.name, line.price, line.quantity, line.total) == ("Букет роз", 500_000, 2, 1_000_000)
    assert (line.product_id, line.special_requests) == (bouquet.id, "без шипов")


def test_an_order_has_its_totals_keys_and_a_history_from_the_start(
    session: Session, shop: Shop, bouquet: Product
) -> None:
    order = place(session, shop, draft((bouquet, 1)), actor=Actor.user(7))
    assert (order.subtotal, order.delivery_cost, order.total) == (500_000, 150_000, 650_000)
    assert (order.number, len(order.tracking_id), order.version) == ("#00001", 9, 1)
    assert order.uuid
    (row,) = session.scalars(select(OrderHistory))
    assert (row.order_id, row.field, row.old_value, row.new_value) == (order.id, "order", None, "created")
    assert (row.actor_kind, row.actor_id) == ("user", 7)


def test_an_order_reserves_what_it_needs(
    session: Session, shop: Shop, rose: WarehouseItem, bouquet: Product
) -> None:
    order = place(session, shop, draft((bouquet, 1), (bouquet, 2)), actor=ALIYA)
    assert books(session, rose, order) == Books(balance=10, reserved=6, sold=0)


def test_numbers_count_from_one_in_each_shop(session: Session, shop: Shop, bouquet: Product) -> None:
    other = people.make_shop(session, people.STRANGERS)
    vase = make_product(session, other)
    numbers = [
        place(session, owner, draft((product, 1)), actor=ALIYA).number
        for owner, product in ((shop, bouquet), (shop, bouquet), (other, vase))
    ]
    assert numbers == ["#00001", "#00002", "#00001"]


def test_a_number_of_six_digits_is_not_cut(session: Session) -> None:
    shop = people.make_shop(session, people.DEVELOPMENT, last_order_number=99_999)
    assert place(session, shop, draft((make_product(session, shop), 1)), actor=ALIYA).number == "#100000"


def test_a_refused_order_takes_no_number(session: Session, shop: Shop, bouquet: Product) -> None:
    refused(session, shop, (bouquet, 6))
    assert place(session, shop, draft((bouquet, 1)), actor=ALIYA).number == "#00001"


def test_every_field_at_fault_is_named_at_once(session: Session, shop: Shop) -> None:
    fields: dict[str, Any] = {
        "customer_name": " ",
        "phone": "12",
        "recipient_phone": "34",
        "delivery_type": "drone",
        "items": [DraftItem(1, 0), DraftItem(2, 1), DraftItem(3, 10_001)],
    }
    assert set(refused(session, shop, **fields)) == {
        "customer_name",
        "phone",
        "recipient_phone",
        "delivery_type",
        "items.0.quantity",
        "items.2.quantity",
    }


def test_an_empty_order_is_refused(session: Session, shop: Shop) -> None:
    assert refused(session, shop) == {"items": ["must not be empty"]}


def test_products_unknown_of_another_shop_or_not_on_sale_are_refused(
    session: Session, shop: Shop, bouquet: Product
) -> None:
    theirs = make_product(session, people.make_shop(session, people.STRANGERS))
    hidden = make_product(session, shop, "Пионы", enabled=False)
    items = [DraftItem(id, 1) for id in (bouquet.id, theirs.id, hidden.id, 10**30)]
    assert refused(session, shop, items=items) == {
        "items.1.product_id": ["no such product"],
        "items.2.product_id": ["Пионы is not on sale"],
        "items.3.product_id": ["no such product"],
    }


def test_a_mirrored_shop_sells_only_what_the_site_knows(session: Session) -> None:
    shop = people.make_shop(session)
    known, local = make_product(session, shop), make_product(session, shop, "Наши пионы", bitrix_id=None)
    with pytest.raises(Conflict, match="Наши пионы") as error:
        place(session, shop, draft((known, 1), (local, 1)), actor=ALIYA)
    assert list(error.value.errors) == ["items.1.product_id"]
    assert place(session, shop, draft((known, 1)), actor=ALIYA).id


def test_a_shortage_names_product_asked_and_available(session: Session, shop: Shop, bouquet: Product) -> None:
    place(session, shop, draft((bouquet, 2)), actor=ALIYA)
    with pytest.raises(Shortage) as error:
        place(session, shop, draft((bouquet, 4)), actor=ALIYA)
    assert error.value.errors == {"items.0.quantity": ["Букет роз: asked 4, available 3"]}
    assert session.scalar(select(func.count(Order.id))) == 1


def test_many_lines_cost_as_many_queries_as_one(session: Session, shop: Shop) -> None:
    def cost(lines: int) -> int:
        products = [make_product(session, shop) for _ in range(lines)]
        for product in products:
            make_recipe(session, product, make_warehouse_item(session, shop))
        wanted = draft(*((product, 1) for product in products))
        with watched() as statements:
            place(session, shop, wanted, actor=ALIYA)
        return len(statements)

    assert cost(1) == cost(20)


def test_no_order_is_placed_for_a_day_that_is_over(session: Session, shop: Shop, bouquet: Product) -> None:
    assert list(refused(session, shop, (bouquet, 1), delivery_date=date(2020, 2, 29))) == ["delivery_date"]


def test_nor_for_a_day_on_which_the_shop_is_closed(session: Session, shop: Shop, bouquet: Product) -> None:
    shop.weekend_opens = shop.weekend_closes = None
    sunday, monday = date(2036, 11, 23), date(2036, 11, 24)
    assert list(refused(session, shop, (bouquet, 1), delivery_date=sunday)) == ["delivery_date"]
    assert place(session, shop, draft((bouquet, 1), delivery_date=monday), actor=ALIYA).id


@pytest.mark.parametrize(("way", "off"), [("pickup", "pickup_available"), ("express", "delivery_available")])
def test_nor_by_a_way_the_shop_does_not_go(
    session: Session, shop: Shop, bouquet: Product, way: str, off: str
) -> None:
    setattr(shop, off, False)
    assert list(refused(session, shop, (bouquet, 1), delivery_type=way)) == ["delivery_type"]
