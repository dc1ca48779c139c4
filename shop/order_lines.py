"""The lines of an order to be: which products it may have, and what each becomes."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import OrderItem, Product, Shop
from shop.availability import Asked
from shop.errors import Conflict, Invalid
from shop.order_draft import DraftItem

Wanted = Sequence[tuple[str, int]]  # how the caller spells the field, and the product's id


def orderable(
    session: Session, shop_id: int, wanted: Wanted, *, lock: bool = True
) -> tuple[Shop, Mapping[int, Product]]:
    """The shop, and by id the products, all of them of this shop and on sale.

    They are locked as the lines' foreign keys would lock them anyway, only earlier: product rows come before
    warehouse rows everywhere, or two transactions could wait for each other. Raises Invalid, and Conflict for
    products the mirrored site does not know.
    """
    query = (
        select(Product, Shop)
        .join(Shop, Shop.id == Product.shop_id)
        .where(Product.shop_id == shop_id, Product.id.in_({id for _, id in wanted}), Product.deleted_at.is_(None))
        .order_by(Product.id)
    )
    if lock:
        query = query.with_for_update(of=Product, read=True, key_share=True)
    rows = session.execute(query).all()
    products = {product.id: product for product, _ in rows}
    errors = {}
    for field, product_id in wanted:
        if product_id not in products:
            errors[field] = ["no such product"]
        elif not products[product_id].enabled:
            errors[field] = [f"{products[product_id].name} is not on sale"]
    if errors:
        raise Invalid("Some products cannot be ordered", errors)
    shop = rows[0][1]
    if shop.mirrors_bitrix:
        _refuse_local(wanted, products)
    return shop, products


def _refuse_local(wanted: Wanted, products: Mapping[int, Product]) -> None:
    """An order with a product the site does not know could never be created there."""
    local = [(field, products[id].name) for field, id in wanted if products[id].bitrix_id is None]
    if local:
        names = ", ".join(dict.fromkeys(name for _, name in local))
        raise Conflict(
            f"The site does not know these products: {names}",
            {field: [f"the site does not know {name}"] for field, name in local},
        )


def product_fields(items: Sequence[DraftItem]) -> Wanted:
    return [(f"items.{index}.product_id", item.product_id) for index, item in enumerate(items)]


def asked_for(items: Sequence[DraftItem], products: Mapping[int, Product]) -> list[Asked]:
    return [
        Asked(f"items.{index}.quantity", item.product_id, products[item.product_id].name, item.quantity)
        for index, item in enumerate(items)
    ]


def line(item: DraftItem, product: Product) -> OrderItem:
    return OrderItem(
        product_id=product.id,
        name=product.name,
        price=product.price,
        quantity=item.quantity,
        total=product.price * item.quantity,
        special_requests=item.special_requests,
    )
