"""Goods and orders that both sides know, and what people do to them on our side."""

import time
from dataclasses import replace
from typing import Any

from bitrix.wire.product import parse_product
from models import Order, Product, Shop, begin, engine
from shop.actor import Actor
from sync import edits
from sync.inbox.drain import drain
from sync.orders.imports import import_order
from sync.outbox.settle import settle
from sync.outbox.wish import wish
from sync.products.apply import import_product
from sync.products.values import theirs
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


def owe(bitrix_id: int) -> None:
    """Somebody asks for this product to be brought to agreement."""
    with begin() as session:
        wish(session, MIRRORED, "product", bitrix_id, "test")


def look(bitrix_id: int) -> dict[str, Any]:
    """The fields that both sides write, as they are here."""
    here = product(bitrix_id)
    return {"name": here.name, "price": here.price, "image": here.image, "enabled": here.enabled}


def look_there(florist: Any, bitrix_id: int) -> dict[str, Any]:
    """The same as the site has them, in our words."""
    there = theirs(parse_product(florist.product(bitrix_id)["data"]))[0]
    return {name: there[name] for name in ("name", "price", "image", "enabled")}


def as_the_site_says(fields: dict[str, Any]) -> dict[str, Any]:
    """Our fields under the names a florist knows."""
    names = {"name": "title", "price": "price", "image": "image", "enabled": "isAvailable"}
    said = {names[name]: value for name, value in fields.items()}
    if "price" in said:
        said["price"] = f"{said['price'] // 100} ₸"
    return said


def rules(**changes: Any) -> Rules:
    """Those of the house's settings; nobody is rung for."""
    return replace(wiring.rules(), ring=lambda _bell: None, **changes)


def work_all(given: Rules | None = None) -> None:
    """Inbox and outbox in this very process, until nothing waits and nothing is owed."""
    given = given or rules()
    until = time.monotonic() + 30
    while rows.pending() or rows.owed():
        assert time.monotonic() < until, rows.pairs(
            "SELECT id, to_jsonb(outbox) FROM outbox WHERE state = 'pending'"
        )
        drain(engine(), given, budget_s=1)
        settle(engine(), _site(), given, workers=1, budget_s=1)


def drain_all(given: Rules | None = None) -> None:
    """The inbox alone."""
    drain(engine(), given or rules(), budget_s=10)


def _site() -> Any:
    there = wiring.site()
    assert there, "the house was built without a site"
    return there
