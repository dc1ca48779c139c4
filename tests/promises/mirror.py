"""Goods and orders that both sides know, and what people do to them on our side."""

from dataclasses import replace
from typing import Any

from models import Order, Product, Shop, begin, engine
from shop.actor import Actor
from sync import edits
from sync.inbox.drain import drain
from sync.orders.imports import import_order
from sync.outbox.settle import settle
from sync.products.apply import import_product
from sync.rules import Rules
from tasks import wiring
from tests.drafts import draft
from tests.people import MIRRORED
from tests.promises import rows


def known_products(florist: Any, count: int, **fields: Any) -> list[int]:
    """New on the site, read from there, and agreed; their Bitrix ids."""
    fields = {"title": "Розы", "price": "5 000 ₸", "image": "https://shop.example/rose.jpg"} | fields
    made = [florist.create_product(silent=True, **fields)["id"] for _ in range(count)]
    with begin() as session:
        for bitrix_id in made:
            import_product(session, MIRRORED, _site().product(bitrix_id))
    return made


def known_orders(florist: Any, count: int, **fields: Any) -> list[int]:
    """New on the site, read from there, and agreed; their Bitrix ids."""
    made = [florist.create_order(silent=True, **fields)["id"] for _ in range(count)]
    with begin() as session:
        for bitrix_id in made:
            import_order(session, rules(), MIRRORED, _site().order(bitrix_id))
    return made


def product(bitrix_id: int) -> Product:
    """As it is here now."""
    with begin() as session:
        return session.query(Product).filter_by(bitrix_id=bitrix_id).one()


def edit(bitrix_id: int, **changes: Any) -> None:
    """What the API does when somebody edits a product here."""
    with begin() as session:
        shop = session.get_one(Shop, MIRRORED)
        locked = edits.lock_product(session, MIRRORED, product(bitrix_id).id)
        assert locked
        edits.edit_product(session, shop, locked, changes)


def place(bitrix_id: int, **fields: Any) -> Order:
    """What the API does when somebody orders this product here."""
    with begin() as session:
        shop = session.get_one(Shop, MIRRORED)
        return edits.place_order(session, shop, draft((product(bitrix_id), 1), **fields), actor=Actor.system())


def rules(**changes: Any) -> Rules:
    """Those of the house's settings; nobody is rung for."""
    return replace(wiring.rules(), ring=lambda _bell: None, **changes)


def work_all(given: Rules | None = None) -> None:
    """Inbox and outbox in this very process, until nothing waits and nothing is owed."""
    given = given or rules()
    while rows.pending() or rows.owed():
        drain(engine(), given, budget_s=1)
        settle(engine(), _site(), given, workers=1, budget_s=1)


def _site() -> Any:
    there = wiring.site()
    assert there, "the house was built without a site"
    return there
