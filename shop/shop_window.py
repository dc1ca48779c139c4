"""The sections of a shop's first page, and what a customer who types may mean."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import Session, selectinload

from models import Product, ProductWords
from shop.bestsellers import bestsellers
from shop.search import among, here, says

TITLES = {
    "featured": "Рекомендуем",
    "bestsellers": "Хиты продаж",
    "ready": "Готовые букеты",
    "newest": "Новинки",
}
EACH = 12
WORDS = here(ProductWords)
SALES = timedelta(days=30)


def sections(session: Session, shop_id: int, now: datetime) -> dict[str, list[Product]]:
    """The products of each section in its order, with their pictures; the number of queries is constant."""
    on_sale = _newest(shop_id)
    ids: dict[str, Sequence[int]] = {
        "featured": session.scalars(on_sale.where(Product.is_featured)).all(),
        "bestsellers": bestsellers(session, shop_id, now - SALES, EACH),
        "ready": session.scalars(on_sale.where(Product.type == "vitrina")).all(),
        "newest": session.scalars(on_sale).all(),
    }
    products = by_id(session, {id for found in ids.values() for id in found})
    return {name: [products[id] for id in found if id in products] for name, found in ids.items()}


def by_id(session: Session, ids: set[int]) -> dict[int, Product]:
    """By id, with their pictures."""
    found = session.scalars(select(Product).where(Product.id.in_(ids)).options(selectinload(Product.images)))
    return {product.id: product for product in found}


def suggestions(session: Session, shop_id: int, words: str, limit: int) -> Sequence[Row[int, str, int, str | None]]:
    """Products on sale with these letters in their name: names that begin with them first, then shorter ones."""
    found = among(Product, select(WORDS.id).where(WORDS.shop_id == shop_id, says(WORDS.said, words)))
    return session.execute(
        select(Product.id, Product.name, Product.price, Product.image)
        .where(
            Product.shop_id == shop_id,
            Product.enabled,
            found,
            Product.name.icontains(words, autoescape=True),
        )
        .order_by(
            Product.name.istartswith(words, autoescape=True).desc(), func.length(Product.name), Product.id.desc()
        )
        .limit(limit)
    ).all()


def _newest(shop_id: int) -> Select[int]:
    on_sale = select(Product.id).where(Product.shop_id == shop_id, Product.enabled)
    return on_sale.order_by(Product.created_at.desc(), Product.id.desc()).limit(EACH)
