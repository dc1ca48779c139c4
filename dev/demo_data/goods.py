"""What is in stock, how it came to be that much, and what bouquets are made of."""

from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from dev.demo_data.shops import MIRRORED
from models import Product, ProductRecipe, WarehouseItem
from shop import warehouse
from shop.actor import Actor

WITH_RECIPE = 40


class Item(NamedTuple):
    """Prices in tenge. `lost` and `sold` are of what was `bought`; below `least` it is to be ordered."""

    name: str
    bought: int
    cost: int
    retail: int
    least: int
    lost: int = 0
    sold: int = 0


ITEMS = (
    Item("Роза красная", 400, 350, 800, 50, lost=12, sold=25),
    Item("Роза белая", 250, 350, 800, 50, lost=4),
    Item("Эустома белая", 250, 420, 950, 40, sold=15),
    Item("Пион розовый", 60, 900, 1_900, 30, lost=10, sold=28),
    Item("Хризантема", 300, 280, 650, 40, lost=7),
    Item("Гортензия голубая", 45, 1_400, 2_800, 15, sold=6),
    Item("Эвкалипт", 180, 150, 400, 30, lost=20),
    Item("Гипсофила", 120, 200, 500, 25),
    Item("Лента", 120, 60, 200, 20, sold=110),
    Item("Шляпная коробка", 35, 700, 1_500, 10, sold=3),
)
FLOWERS = len(ITEMS) - 4


def stock(session: Session) -> None:
    if session.scalar(select(WarehouseItem.id).limit(1)):
        return
    for item in ITEMS:
        added = warehouse.add(
            session,
            MIRRORED,
            name=item.name,
            quantity=item.bought,
            cost_price=item.cost * 100,
            retail_price=item.retail * 100,
            min_quantity=item.least,
            actor=Actor.system(),
        )
        if item.lost:
            warehouse.write_off(session, added.id, item.lost, "завяли", actor=Actor.system())
        if item.sold:
            warehouse.sell(session, added.id, item.sold, reason="с витрины", actor=Actor.system())


def recipes(session: Session) -> None:
    """The newest bouquets: a flower or two, some green, and a ribbon that may be left out."""
    if session.scalar(select(ProductRecipe.id).limit(1)):
        return
    items = session.scalars(select(WarehouseItem).order_by(WarehouseItem.id)).all()
    newest = select(Product.id).where(Product.deleted_at.is_(None), Product.enabled)
    for number, product in enumerate(
        session.scalars(newest.order_by(Product.created_at.desc()).limit(WITH_RECIPE))
    ):
        flower, other = items[number % FLOWERS], items[(number + 1) % FLOWERS]
        made_of = {flower.id: 5 + number % 4 * 2, other.id: 3, items[FLOWERS].id: 2}
        session.add_all(
            ProductRecipe(product_id=product, warehouse_item_id=item, quantity=quantity)
            for item, quantity in made_of.items()
        )
        ribbon = items[FLOWERS + 2].id
        session.add(ProductRecipe(product_id=product, warehouse_item_id=ribbon, quantity=1, is_optional=True))
