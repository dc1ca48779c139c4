"""Goods and orders for tests. Plain builders: each takes an open session, adds the row and flushes it."""

from collections.abc import Sequence
from itertools import count
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from models import (
    Order,
    OrderItem,
    Product,
    ProductRecipe,
    Shop,
    SyncConflict,
    SyncLink,
    WarehouseItem,
    WarehouseOperation,
)
from tests.people import new_phone

Row = TypeVar("Row")

_numbers = count(1)
_site_ids = count(600_001)


def make_product(session: Session, shop: Shop, name: str = "Розы", price: int = 500_000, **columns: Any) -> Product:
    """Known to the site if the shop is mirrored; `bitrix_id=None` makes one of ours alone."""
    if shop.mirrors_bitrix:
        columns.setdefault("bitrix_id", next(_site_ids))
    return _added(session, Product(shop_id=shop.id, name=name, price=price, **columns))


def make_warehouse_item(
    session: Session, shop: Shop, name: str = "Роза красная", quantity: int = 10, **columns: Any
) -> WarehouseItem:
    """With the delivery that explains its balance."""
    item = _added(session, WarehouseItem(shop_id=shop.id, name=name, quantity=quantity, **columns))
    if quantity:
        delivery = WarehouseOperation(item_id=item.id, kind="delivery", change=quantity, balance_after=quantity)
        _added(session, delivery)
    return item


def make_recipe(
    session: Session, product: Product, item: WarehouseItem, quantity: int = 1, is_optional: bool = False
) -> ProductRecipe:
    recipe = ProductRecipe(
        product_id=product.id, warehouse_item_id=item.id, quantity=quantity, is_optional=is_optional
    )
    return _added(session, recipe)


def make_order(session: Session, shop: Shop, items: Sequence[tuple[Product, int]] = (), **columns: Any) -> Order:
    """A row as it stands, with no stock booked and no history: `place` is the way that does both.

    `items` are (product, quantity); without any there is one line that no product is linked to.
    """
    lines = [_line(product.name, product.price, quantity, product.id) for product, quantity in items]
    lines = lines or [_line("Букет", 1_000_000, 1, None)]
    subtotal = sum(line.total for line in lines)
    number = next(_numbers)
    order = Order(
        **{
            "shop_id": shop.id,
            "number": f"#T{number:04d}",
            "tracking_id": f"{900_000_000 + number}",
            "status": "new",
            "customer_name": "Алия",
            "customer_phone": new_phone(),
            "delivery_type": "scheduled",
            "delivery_address": "Абая 1",
            "subtotal": subtotal,
            "total": subtotal,
            "items": lines,
            **columns,
        }
    )
    return _added(session, order)


def make_link(session: Session, entity: Order | Product, bitrix_id: int | None = None, **columns: Any) -> SyncLink:
    """Binds an order or a product to its Bitrix id; the entity's own column gets it too."""
    kind = "order" if isinstance(entity, Order) else "product"
    known = entity.bitrix_order_id if isinstance(entity, Order) else entity.bitrix_id
    bitrix_id = bitrix_id or known or next(_site_ids)
    setattr(entity, "bitrix_order_id" if kind == "order" else "bitrix_id", bitrix_id)
    link = SyncLink(shop_id=entity.shop_id, kind=kind, bitrix_id=bitrix_id, local_id=entity.id, **columns)
    return _added(session, link)


def make_conflict(session: Session, link: SyncLink, field: str = "price", **columns: Any) -> SyncConflict:
    sides = {"why": "both_moved", "ours": 1, "theirs": 2, "winner": "site"}
    return _added(
        session, SyncConflict(**{"shop_id": link.shop_id, "link_id": link.id, "field": field, **sides, **columns})
    )


def _line(name: str, price: int, quantity: int, product_id: int | None) -> OrderItem:
    return OrderItem(name=name, price=price, quantity=quantity, total=price * quantity, product_id=product_id)


def _added(session: Session, row: Row) -> Row:
    session.add(row)
    session.flush()
    return row
