"""What the products on sale can be narrowed down by, and how many each choice leaves."""

from collections.abc import Mapping
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Product
from shop import tallies

GROUPS = ("type", "colors", "occasions", "cities", "tags")


class Prices(NamedTuple):
    min: int | None
    max: int | None


def choices(session: Session, shop_id: int) -> Mapping[str, Mapping[str, int]]:
    """By group, how many products each choice leaves, the commonest first."""
    names = {f"products on sale by {group}": group for group in GROUPS}
    return {names[name]: parts for name, parts in tallies.by_part(session, shop_id, *names).items()}


def prices(session: Session, shop_id: int) -> Prices:
    """Each end of the index by itself: together they would be looked for among all products."""
    on_sale = (Product.shop_id == shop_id, Product.enabled, Product.deleted_at.is_(None))
    ends = (select(end(Product.price)).where(*on_sale).scalar_subquery() for end in (func.min, func.max))
    return Prices(*session.execute(select(*ends)).one())
