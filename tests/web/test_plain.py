"""Lists of plain rows answer what their schema would have dumped of the objects."""

import json
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

import pytest
from flask import Flask
from marshmallow import Schema, fields, validate
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Client, Order, OrderItem, Outbox, Product, ProductImage, Shop, SyncLink, begin
from shop.client_figures import Figures, of_clients
from tests.people import new_phone
from tests.shopfloor import make_link, make_order, make_product
from tests.web.conftest import Ask, Staff
from web import order_agreement, plain
from web.agreement import with_agreement
from web.schemas.client import ClientSchema
from web.schemas.order import OrderItemSchema, OrderSchema
from web.schemas.product import ImageSchema, ProductSchema, StaffProductSchema
from web.schemas.storefront import ProductRatingSchema

TEXTS = ("Розы", 'в "кавычках"', "a\\b\n\t", "🌹", "", "</script>", "é\u2028")
ROWS = 12
NOT_MADE_UP = frozenset(
    {"id", "shop_id", "number", "tracking_id", "tracking_url", "bitrix_id", "bitrix_order_id", "version"}
    | {"responsible_id", "courier_id", "assigned_by_id", "product_id", "price", "quantity", "total", "phone"}
)


@pytest.fixture(params=range(3))
def chance(request: Any) -> Random:
    return Random(request.param)


def made_up(chance: Random, schema: type[Schema]) -> dict[str, Any]:
    """Columns with some value that each field may have, the odd ones too."""
    return {
        field.attribute or name: None if field.allow_none and chance.random() < 0.3 else _value(chance, field)
        for name, field in schema().dump_fields.items()
        if name not in NOT_MADE_UP and not isinstance(field, fields.Nested) and not _of_rows(field)
    }


def _of_rows(field: Any) -> bool:
    return isinstance(field, fields.List) and isinstance(field.inner, fields.Nested)


def _value(chance: Random, field: Any) -> Any:
    if choices := [each.choices for each in field.validators if isinstance(each, validate.OneOf)]:
        return chance.choice(choices[0])
    moment = datetime(2026, 2, 28, 23, 59, 59, tzinfo=UTC) + timedelta(microseconds=chance.randrange(10**12))
    of_kinds: dict[type, Any] = {
        fields.UUID: lambda: f"{chance.getrandbits(128):032x}",
        fields.Integer: lambda: chance.choice((0, 1, 10**6)),
        fields.Boolean: lambda: chance.random() < 0.5,
        fields.AwareDateTime: lambda: chance.choice((moment, moment.replace(microsecond=0))),
        fields.Date: lambda: date(2026, 1, 1) + timedelta(chance.randrange(365)),
        fields.List: lambda: chance.choices(TEXTS, k=chance.randrange(3)),
        fields.String: lambda: chance.choice(TEXTS),
    }
    return next(value() for kind, value in of_kinds.items() if isinstance(field, kind))


def same(answer: Any, schema: type[Schema], rows: list[Any]) -> None:
    assert answer.status_code == 200
    assert answer.json["items"] == json.loads(json.dumps(schema(many=True).dump(rows)))
    assert [list(item) for item in answer.json["items"]] == [list(schema().dump_fields)] * len(rows)


def newest_first(session: Session, model: Any) -> list[Any]:
    return list(session.scalars(select(model).order_by(model.created_at.desc(), model.id.desc())))


def test_orders(ask: Ask, app: Flask, shop: Shop, staff: Staff, chance: Random) -> None:
    florist = staff("florist")
    with begin() as session:
        for _ in range(ROWS):
            order = make_order(session, shop, responsible_id=florist.id, **made_up(chance, OrderSchema))
            for _ in range(chance.randrange(4)):
                line = made_up(chance, OrderItemSchema) | {"price": 7, "quantity": 3, "total": 21}
                session.add(OrderItem(order_id=order.id, **line))
            _tell_the_site(session, order, chance)
    with begin() as session, app.app_context():
        orders = list(order_agreement.with_agreement(session, newest_first(session, Order)))
        same(ask("GET", "/orders/", as_role="florist"), OrderSchema, orders)


def _tell_the_site(session: Session, order: Order, chance: Random) -> None:
    if chance.random() < 0.5:
        order.bitrix_order_id, order.bitrix_status = order.id + 100_000, chance.choice(("N", "AP", "?"))
        agreed = {name: {"ours": chance.choice(TEXTS), "theirs": "x"} for name in ("sender_name", "address")}
        make_link(session, order, base=agreed, state=chance.choice(("linked", "gone_there")))
    if chance.random() < 0.5:
        kind, key = ("order", order.bitrix_order_id) if order.bitrix_order_id else ("new_order", order.uuid)
        state = chance.choice(("pending", "dead", "settled"))
        session.add(Outbox(shop_id=order.shop_id, kind=kind, key=str(key), reason="x", state=state))


def _products(session: Session, shop: Shop, chance: Random) -> None:
    for number in range(ROWS):
        made = made_up(chance, ProductSchema) | {"enabled": True, "name": f"Розы {number}"}
        known = {} if chance.random() < 0.7 else {"bitrix_id": None}
        product = make_product(session, shop, **known, **made)
        for position in range(chance.randrange(3)):
            image = made_up(chance, ImageSchema)
            session.add(ProductImage(product_id=product.id, position=chance.choice((0, position)), **image))
        if product.bitrix_id and chance.random() < 0.7:
            rejected = chance.choice((None, {"price": "нет"}))
            link = SyncLink(shop_id=shop.id, kind="product", bitrix_id=product.bitrix_id, local_id=product.id)
            link.agreed_at, link.rejected = product.created_at, rejected
            session.add(link)
        if product.bitrix_id and chance.random() < 0.3:
            state = chance.choice(("pending", "dead"))
            session.add(
                Outbox(shop_id=shop.id, kind="product", key=str(product.bitrix_id), reason="price", state=state)
            )


def test_products(ask: Ask, shop: Shop, chance: Random) -> None:
    with begin() as session:
        _products(session, shop, chance)
    with begin() as session:
        products = newest_first(session, Product)
        same(ask("GET", "/products/"), ProductSchema, products)
        same(ask("GET", f"/shops/{shop.id}/products"), ProductSchema, products)
        featured = [product for product in products if product.is_featured]
        same(ask("GET", "/products/public/featured"), ProductSchema, featured)


def test_products_for_staff(ask: Ask, shop: Shop, chance: Random) -> None:
    with begin() as session:
        _products(session, shop, chance)
    with begin() as session:
        products = list(with_agreement(session, newest_first(session, Product)))
        same(ask("GET", "/products/admin", as_role="florist"), StaffProductSchema, products)


def test_clients(ask: Ask, shop: Shop, chance: Random) -> None:
    with begin() as session:
        for _ in range(ROWS):
            client = Client(shop_id=shop.id, phone=new_phone(), **made_up(chance, ClientSchema))
            session.add(client)
            for _ in range(chance.randrange(4)):
                status = chance.choice(("new", "delivered", "cancelled"))
                total = chance.randrange(10**6)
                make_order(session, shop, customer_phone=client.phone, status=status, total=total)
    with begin() as session:
        clients = newest_first(session, Client)
        figures = of_clients(session, shop.id, [client.phone for client in clients])
        for client in clients:
            client.statistics = figures.get(client.phone, Figures())
        same(ask("GET", "/clients/", as_role="florist"), ClientSchema, clients)


def test_a_schema_that_spells_a_value_its_own_way_is_refused() -> None:
    with pytest.raises(TypeError, match="average"):
        plain.dumper(ProductRatingSchema)
